import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/**
 * The Chromium that `npm test` found; without it tests in a browser are skipped and counted as
 * such.
 */
export const CHROMIUM: string | null =
  [process.env.FAIRNOTICE_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/**
 * Containers give no user namespaces and little shared memory; nothing of a stranger is loaded
 * here.
 */
const LAUNCH = {
  executablePath: CHROMIUM ?? "",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
};

/** Shorter than a test may take, so that a page which never comes is named. */
const STEP_MS_MAX = 10_000;

export function openBrowser(): Promise<Browser> {
  return chromium.launch(LAUNCH);
}

/** A window of its own, without anybody's cookies. */
export async function openPage(browser: Browser, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale });
  context.setDefaultTimeout(STEP_MS_MAX);
  return context.newPage();
}

/**
 * A browser that keeps cookies of third parties, as many people's do: private windows, and some
 * builds of Chromium, keep none.
 */
export async function openProfile(locale: string): Promise<BrowserContext> {
  const folder = mkdtempSync(join(tmpdir(), "fairnotice-profile-"));
  const settings = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  mkdirSync(join(folder, "Default"));
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(folder, { ...LAUNCH, locale });
  context.setDefaultTimeout(STEP_MS_MAX);
  context.once("close", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return context;
}

/** What a page's scripts did wrong, gathered while it is used. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/** Hosts that a context asked for something, this site's own included. */
export function watchHosts(context: BrowserContext): Set<string> {
  const hosts = new Set<string>();
  context.on("request", (request) => hosts.add(new URL(request.url()).hostname));
  return hosts;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Violations that axe finds, of WCAG 2.2 A and AA and of its best practices, each with the place.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's own policy need not allow it.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
        }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
    );
  });
}

/** By how many pixels a page is wider than its window. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(`document.documentElement.scrollWidth - window.innerWidth`);
}
