import { renderCookies } from "#core/notice/render/cookies";
import { renderExtract } from "#core/notice/render/extract";
import { renderHtml } from "#core/notice/render/html";
import { renderJson } from "#core/notice/render/json";
import type { House } from "#edges/house";
import { raw, render } from "#kit/html";
import type { NoticePort } from "./ports.ts";

/**
 * The notice for the public pages. Renderings are made once for each version and language, and
 * their bytes are kept as shown.
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
    const known = made.get(key);
    if (known !== undefined) return known;
    const text = make();
    const sha256 = await house.inTransaction((tx) =>
      house.notices.keepShown(tx, version, kind, language, part, text),
    );
    made.set(key, { text, sha256 });
    return { text, sha256 };
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
      const make = () => render(renderHtml(notice, language));
      const { text } = await keep(key, "notice", notice.version, language, "", make);
      return raw(text);
    },
    cookies: (notice, language) => renderCookies(notice, language),
    async extract(notice, form, language) {
      const key = `extract ${notice.version} ${language} ${form}`;
      const make = () => render(renderExtract(notice, form, language));
      const { text, sha256 } = await keep(key, "extract", notice.version, language, form, make);
      return { html: raw(text), sha256 };
    },
    machine: (notice) => renderJson(notice),
  };
}
