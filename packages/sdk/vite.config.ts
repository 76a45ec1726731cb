import { defineConfig } from "vite";

/**
 * One classic script without dependencies: `document.currentScript` must be known, so it is no
 * module.
 */
export default defineConfig({
  build: {
    outDir: "dist",
    lib: { entry: "src/main.ts", formats: ["iife"], name: "fairnotice", fileName: () => "sdk.js" },
    target: "es2022",
    minify: true,
  },
});
