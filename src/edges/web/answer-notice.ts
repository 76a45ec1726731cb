import type { Notice } from "#core/notice/notice";
import { renderCookies } from "#core/notice/render/cookies";
import { renderExtract } from "#core/notice/render/extract";
import { renderHtml } from "#core/notice/render/html";
import { renderJson } from "#core/notice/render/json";
import type { House } from "#edges/house";
import { raw, render } from "#kit/html";
import type { Rendering } from "#notice";
import type { NoticePort } from "./ports.ts";

/** What is shown of a version, and kept from the moment that it is published. */
export function renderingsOf(notice: Notice): readonly Rendering[] {
  return notice.languages.flatMap((language): readonly Rendering[] => [
    { kind: "notice", language, part: "", text: noticePage(notice, language) },
    ...[...notice.forms.keys()].map((part): Rendering => {
      return { kind: "extract", language, part, text: extractOf(notice, part, language) };
    }),
  ]);
}

/** The page's body, as the renderer writes it today. */
export function noticePage(notice: Notice, language: string): string {
  return render(renderHtml(notice, language));
}

function extractOf(notice: Notice, form: string, language: string): string {
  return render(renderExtract(notice, form, language));
}

/**
 * The notice for the public pages. Renderings are made once for each version and language, and
 * their bytes are kept as shown. What is in force is shown as the renderer writes it today; a
 * version that is over is shown as it was shown last, whatever the renderer has learned since.
 */
export function answerNotice(house: House): NoticePort {
  const made = new Map<string, { text: string; sha256: string }>();
  const keep = async (
    key: string,
    kind: "notice" | "extract",
    version: number,
    language: string,
    part: string,
    make: () => string,
  ) => {
    const inForce = await house.inTransaction((tx) => house.notices.versionInForce(tx));
    const isOver = inForce !== null && version < inForce;
    const known = made.get(`${isOver} ${key}`);
    if (known !== undefined) return known;
    const shown = await house.inTransaction(async (tx) => {
      const place = { version, kind, language, part } as const;
      const last = isOver ? await house.notices.lastShown(tx, place) : null;
      if (last !== null) return last;
      const text = make();
      const sha256 = await house.notices.keepShown(tx, version, kind, language, part, text);
      return { text, sha256 };
    });
    made.set(`${isOver} ${key}`, shown);
    return shown;
  };
  return {
    inForce: () => house.inTransaction((tx) => house.notices.inForce(tx)),
    async versions() {
      return house.inTransaction(async (tx) => {
        const inForce = await house.notices.versionInForce(tx);
        const rows = await house.notices.versions(tx);
        return rows.map((row) => ({
          version: row.version,
          dated: row.dated,
          inForceFrom: row.inForceFrom.getTime(),
          inForce: row.version === inForce,
        }));
      });
    },
    version: (version) => house.inTransaction((tx) => house.notices.version(tx, version)),
    async page(notice, language) {
      const key = `notice ${notice.version} ${language}`;
      const make = () => noticePage(notice, language);
      const { text } = await keep(key, "notice", notice.version, language, "", make);
      return raw(text);
    },
    cookies: (notice, language) => renderCookies(notice, language),
    async extract(notice, form, language) {
      const key = `extract ${notice.version} ${language} ${form}`;
      const make = () => extractOf(notice, form, language);
      const { text, sha256 } = await keep(key, "extract", notice.version, language, form, make);
      return { html: raw(text), sha256 };
    },
    machine: (notice) => renderJson(notice),
  };
}
