import { createHash } from "node:crypto";
import type { Mechanism } from "#core/gate/registers";
import type { Notice } from "#core/notice/notice";
import { renderChanges, renderHistory } from "#core/notice/render/changes";
import { renderCookies } from "#core/notice/render/cookies";
import { renderJson } from "#core/notice/render/json";
import { renderJsonLd } from "#core/notice/render/jsonld";
import type { House } from "#edges/house";
import { type Html, raw } from "#kit/html";
import { neighbours, pastVersions } from "./past-versions.ts";
import type { Document, NoticePort } from "./ports.ts";
import { extractOf, extractPart, noticePage } from "./renderings.ts";

type Kept = { readonly text: string; readonly sha256: string };
type Place = {
  readonly kind: "notice" | "extract";
  readonly version: number;
  readonly language: string;
  readonly part: string;
};

/**
 * The notice for the public pages. Renderings are made once for each version and language, and
 * their bytes are kept as shown. What is in force is shown as the renderer writes it today; a
 * version that is over is shown as it was shown last, whatever the renderer has learned since.
 */
export function answerNotice(house: House, mechanisms: readonly Mechanism[]): NoticePort {
  const keep = keeper(house);
  const made = new Map<string, Html>();
  const documents = new Map<string, Document>();
  const once = (key: string, make: () => Html): Html => {
    const html = made.get(key) ?? make();
    made.set(key, html);
    return html;
  };
  const document = (form: string, { hash, life }: Notice, make: () => unknown): Document => {
    const key = `${form} ${hash} ${life.until}`;
    const given = documents.get(key) ?? documentOf(make());
    documents.set(key, given);
    return given;
  };
  return {
    inForce: () => house.inTransaction((tx) => house.notices.inForce(tx)),
    version: (version) => house.inTransaction((tx) => house.notices.version(tx, version)),
    async history(language) {
      const versions = await pastVersions(house);
      const state = versions.map((each) => `${each.notice.version}${each.state}`).join();
      return once(`history ${language} ${state}`, () => renderHistory(versions, language));
    },
    async changes(version, language) {
      const [before, after] = await neighbours(house, version);
      if (before === null || after === null) return null;
      return once(`changes ${version} ${language}`, () => renderChanges(before, after, language));
    },
    async page(notice, language) {
      const { version } = notice;
      const place: Place = { kind: "notice", version, language, part: "" };
      const { text } = await keep(place, async () => {
        const [before] = await neighbours(house, version);
        return noticePage(notice, language, { mechanisms, before });
      });
      return raw(text);
    },
    cookies: (notice, language) =>
      once(`cookies ${notice.version} ${language}`, () => renderCookies(notice, language)),
    async extract(notice, form, language, regime) {
      const own = regime !== null && notice.regimes.includes(regime) ? regime : null;
      const { version } = notice;
      const part = extractPart(form, own);
      const place: Place = { kind: "extract", version, language, part };
      const { text, sha256 } = await keep(place, async () =>
        extractOf(notice, form, language, own),
      );
      return { html: raw(text), sha256 };
    },
    json: (notice) => document("json", notice, () => renderJson(notice)),
    jsonLd: (notice) => document("jsonld", notice, () => renderJsonLd(notice)),
  };
}

function documentOf(given: unknown): Document {
  const text = `${JSON.stringify(given, null, 2)}\n`;
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}

/** Keeps what is shown; of the same place once, however many ask at the same time. */
function keeper(house: House): (place: Place, make: () => Promise<string>) => Promise<Kept> {
  const shown = new Map<string, Promise<Kept>>();
  return async (place, make) => {
    const inForce = await house.inTransaction((tx) => house.notices.versionInForce(tx));
    const isOver = inForce !== null && place.version < inForce;
    const key = [isOver, ...Object.values(place)].join(" ");
    const known = shown.get(key);
    if (known !== undefined) return known;
    const keeping = keepShown(house, place, isOver, make);
    shown.set(key, keeping);
    // What could not be kept was not shown, and is tried again.
    keeping.catch(() => shown.delete(key));
    return keeping;
  };
}

async function keepShown(
  house: House,
  place: Place,
  isOver: boolean,
  make: () => Promise<string>,
): Promise<Kept> {
  const { kind, version, language, part } = place;
  const last = isOver
    ? await house.inTransaction((tx) => house.notices.lastShown(tx, place))
    : null;
  if (last !== null) return last;
  const text = await make();
  const sha256 = await house.inTransaction((tx) =>
    house.notices.keepShown(tx, version, kind, language, part, text),
  );
  return { text, sha256 };
}
