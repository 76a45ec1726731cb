import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/support/cluster.ts"],
    include: ["{src,test,regimes,demo,tools,bench}/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
