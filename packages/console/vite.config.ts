import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Files are served under `/console/` by the product itself; there is no second server. */
export default defineConfig({
  base: "/console/",
  plugins: [react()],
  build: { outDir: "dist", target: "es2022", chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
});
