import type { FastifyReply, FastifyRequest } from "fastify";
import type { Notice } from "#core/notice/notice";
import { type KeptPages, sendMarked } from "#edges/web/kept-pages";
import { layout, type Page, type Site } from "#edges/web/layout";
import type { NoticePort } from "#edges/web/ports";
import { keepLanguage, languageOf } from "#edges/web/reader";

/** What every page handler starts from. */
export type Pages = {
  readonly site: Site;
  readonly notices: NoticePort;
  /** Pages that are the same for all who ask. */
  readonly kept: KeptPages;
  /** Country of a connection by its address; null: not known. */
  readonly countryOf: (ip: string) => string | null;
  /** Whether the public address is https. */
  readonly secure: boolean;
};

export type Reader = { readonly language: string; readonly notice: Notice | null };

/** Finds the reader's language among those of the notice in force, and keeps a new pick. */
export async function readerOf(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Reader> {
  const notice = await pages.notices.inForce();
  const declared = notice?.languages ?? pages.site.languages;
  keepLanguage(request, reply, pages.secure);
  const fallback = notice?.defaultLanguage ?? declared[0] ?? "en";
  return { language: languageOf(request, declared, fallback), notice };
}

export type Shown = Omit<Page, "language" | "path"> & { readonly status?: number };

/** Sends a page. It depends on language and choices, so no shared cache may keep it. */
export function show(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  language: string,
  shown: Shown,
): FastifyReply {
  return headed(reply.code(shown.status ?? 200), language).send(
    layout(pages.site, { ...shown, language, path: pathOf(request) }),
  );
}

/**
 * Sends a page that depends on nothing but its key, path and language: written once, and not sent
 * again to who has it.
 */
export async function showKept(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  language: string,
  key: string,
  make: () => Promise<Shown>,
): Promise<FastifyReply> {
  const path = pathOf(request);
  const kept = await pages.kept.of(`${path} ${language} ${key}`, async () =>
    layout(pages.site, { ...(await make()), language, path }),
  );
  return sendMarked(request, headed(reply, language), kept);
}

function headed(reply: FastifyReply, language: string): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("content-language", language)
    .header("cache-control", "private, no-cache")
    .header("vary", "accept-language, cookie");
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?")[0] ?? "/";
}
