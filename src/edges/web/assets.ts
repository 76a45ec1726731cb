import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Routes } from "#edges/http/server";

const YEAR_SECONDS = 365 * 24 * 3600;

export type Asset = {
  /** Address with the hash of the content in it, so that it may be kept for ever. */
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
};

/** Reads a file once and gives it an address of its own. */
export function asset(file: URL, type: string): Asset {
  const bytes = readFileSync(file);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const name = file.pathname.split("/").at(-1) ?? "file";
  const dot = name.lastIndexOf(".");
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, type, bytes };
}

export const siteSheet = asset(new URL("./assets/site.css", import.meta.url), "text/css");

/** What a notice looks like; beside the site's own sheet, or in a file that stands alone. */
export const noticeSheet = asset(new URL("./assets/notice.css", import.meta.url), "text/css");

export function assetRoutes(assets: readonly Asset[]): Routes {
  return (server) => {
    for (const { path, type, bytes } of assets) {
      server.get(path, { schema: { hide: true } }, async (_request, reply) =>
        reply
          .type(`${type}; charset=utf-8`)
          .header("cache-control", `public, max-age=${YEAR_SECONDS}, immutable`)
          .send(bytes),
      );
    }
  };
}
