import type { BannerConfig, BannerItem } from "./wire.ts";

/**
 * Lets run what waits for an item that may be used now. Called again after each choice and for what
 * is added later.
 */
export function release(allowed: ReadonlySet<string>, root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-fairnotice-item]")) {
    const item = element.dataset.fairnoticeItem ?? "";
    if (allowed.has(item)) releaseOne(element);
  }
}

function releaseOne(element: HTMLElement): void {
  if (element instanceof HTMLScriptElement) {
    if (element.type !== "text/plain") return;
    // A script's type is read once, when it is put into the page: only a new element runs.
    const live = document.createElement("script");
    for (const { name, value } of element.attributes) {
      if (name !== "type" && name !== "data-fairnotice-item") live.setAttribute(name, value);
    }
    live.textContent = element.textContent;
    element.replaceWith(live);
    return;
  }
  const source = element.dataset.fairnoticeSrc;
  if (source === undefined || element.hasAttribute("src")) return;
  element.setAttribute("src", source);
}

/** Items that the chosen purposes allow; necessary ones need no choice. */
export function allowedItems(
  config: BannerConfig,
  granted: ReadonlySet<string>,
): ReadonlySet<string> {
  const allowed = new Set(config.necessary.map((item) => item.id));
  for (const purpose of config.purposes) {
    if (granted.has(purpose.id)) for (const item of purpose.items) allowed.add(item.id);
  }
  // An item that also serves a purpose which was not granted waits for that one too.
  for (const purpose of config.purposes) {
    if (!granted.has(purpose.id)) for (const item of purpose.items) allowed.delete(item.id);
  }
  return allowed;
}

/** Items that may no longer be used, once `after` is all that is granted. */
export function lostItems(
  config: BannerConfig,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly BannerItem[] {
  const [had, has] = [allowedItems(config, before), allowedItems(config, after)];
  return config.purposes
    .flatMap((purpose) => purpose.items)
    .filter((item) => had.has(item.id) && !has.has(item.id));
}

/**
 * Removes what an item left on this site: its cookies here and on every parent domain, its storage
 * keys.
 */
export function clearItem(item: BannerItem): void {
  if (item.kind === "cookie") clearCookie(item.item);
  if (item.kind === "local-storage") attempt(() => localStorage.removeItem(item.item));
  if (item.kind === "session-storage") attempt(() => sessionStorage.removeItem(item.item));
  if (item.kind === "indexed-db") attempt(() => indexedDB.deleteDatabase(item.item));
}

function clearCookie(name: string): void {
  const labels = location.hostname.split(".");
  const domains = ["", ...labels.map((_, at) => `; Domain=${labels.slice(at).join(".")}`)];
  const segments = location.pathname.split("/");
  const paths = ["/", ...segments.map((_, at) => segments.slice(0, at + 1).join("/") || "/")];
  for (const domain of domains) {
    for (const path of new Set(paths)) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we serve.
      document.cookie = `${name}=; Max-Age=0; Path=${path}${domain}`;
    }
  }
}

/** Blocked storage holds nothing that could be removed. */
function attempt(clear: () => void): void {
  try {
    clear();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
