import { runTool } from "./repository.ts";

const PROJECTS = [".", "packages/sdk", "packages/console"];

/**
 * TypeScript over the server, its tests and tools, and over each browser package by its own
 * settings.
 */
export async function checkTypes(): Promise<readonly string[]> {
  return PROJECTS.flatMap((project) => runTool("typescript/bin/tsc", ["--noEmit", "-p", project]));
}
