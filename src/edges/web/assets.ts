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

/** Reads files once, one after the other, and gives them an address of their own. */
export function asset(files: readonly [URL, ...URL[]], type: string): Asset {
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const name = files[0].pathname.split("/").at(-1) ?? "file";
  const dot = name.lastIndexOf(".");
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, type, bytes };
}

/** The look of every public page, and of a notice that stands alone. */
export const siteSheet = asset(
  ["site.css", "notice.css"].map((name) => new URL(`./assets/${name}`, import.meta.url)) as [URL],
  "text/css",
);

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
