import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");

/** Where browsers are installed on machines of all kinds. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export type Chromium = { readonly path: string; readonly from: string };

/**
 * A Chromium for tests: the one that `FAIRNOTICE_CHROMIUM` names, an installed one, one that
 * Playwright downloaded, Debian's package when we are root, else the one from npm (Linux on x64).
 * Null where none can be had; `why` then says what to do.
 */
export function findChromium(say: (text: string) => void): Chromium | { readonly why: string } {
  const named = process.env.FAIRNOTICE_CHROMIUM;
  const known = [
    ...(named === undefined ? [] : [{ path: named, from: "FAIRNOTICE_CHROMIUM" }]),
    ...PLACES.map((path) => ({ path, from: "installed" })),
    ...downloaded().map((path) => ({ path, from: "Playwright" })),
  ];
  const found = known.find(({ path }) => runs(path));
  return found ?? installDebian(say) ?? installFromNpm(say) ?? { why: WHY };
}

const WHY =
  "no Chromium was found and none could be installed: install Chromium or Chrome, or name one in FAIRNOTICE_CHROMIUM";

function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function downloaded(): readonly string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith("chromium"))
    .flatMap((name) => [
      join(cache, name, "chrome-linux/chrome"),
      join(cache, name, "chrome-linux64/chrome"),
    ]);
}

function installDebian(say: (text: string) => void): Chromium | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  say("installing Debian's Chromium for the tests ...");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env: environment, stdio: "ignore", timeout: 300_000 } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
  const path = "/usr/bin/chromium";
  return runs(path) ? { path, from: "Debian" } : null;
}

function installFromNpm(say: (text: string) => void): Chromium | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = join(ROOT, "tools/browser");
  const packed = join(folder, "node_modules/@sparticuz/chromium");
  try {
    if (!existsSync(packed)) {
      say("installing a Chromium from npm for the tests ...");
      const npm = process.env.npm_execpath;
      const [command, before] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
      const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
      execFileSync(command, [...before, ...args], {
        cwd: folder,
        stdio: "ignore",
        timeout: 300_000,
      });
    }
    // Its libraries for bare systems are unpacked where it believes to run on that platform.
    const environment = { ...process.env, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
    const script = `const { default: c } = await import("@sparticuz/chromium"); console.log(await c.executablePath());`;
    const node = ["--input-type=module", "-e", script];
    const options = { cwd: folder, env: environment, encoding: "utf8", timeout: 120_000 } as const;
    const path = execFileSync(process.execPath, node, options).trim();
    return runs(path) ? { path, from: "npm" } : null;
  } catch (error) {
    say(`the Chromium from npm could not be had: ${(error as Error).message.split("\n")[0]}`);
    return null;
  }
}
