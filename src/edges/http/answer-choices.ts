import { refuseChoice } from "#choices";
import type { Regime } from "#core/law/compile-regime";
import { ruleAt } from "#core/law/compile-regime";
import type { Notice, Purpose, StoredItem } from "#core/notice/notice";
import { consentWording } from "#core/notice/render/wording";
import type { House } from "#edges/house";
import { keepWording, receiptId } from "#edges/web/answer-forms";
import { preferred } from "#edges/web/reader";
import { subjectId } from "#kit/brands";
import type { Tx } from "#platform/database/database";
import { dir, t } from "#platform/text/text";

import type {
  Banner,
  ChoiceRoutePort,
  ChoicesAnswer,
  ChoicesBody,
} from "./routes/choice-routes.ts";

/**
 * A choice is kept as long as authorities advise (CNIL: six months); then the person is asked
 * again.
 */
const CHOICE_SECONDS = 180 * 24 * 3600;
const DEVICE_SECONDS = 3 * 365 * 24 * 3600;
const WAIT_MS_MAX = 3_000;

/** The browser's door: what is asked, and what was answered. */
export function answerChoices(house: House, regimes: readonly Regime[]): ChoiceRoutePort {
  return {
    async banner(asked, country) {
      const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
      return notice === null ? null : bannerOf(house, notice, regimes, asked, country);
    },
    record: (body, country) => record(house, body, country),
    async mine(device) {
      const subject = deviceOf(house, device);
      if (subject === null) return null;
      return house.inTransaction(async (tx) => {
        const found = (await house.gate.subjects(tx, [subject])).get(subject);
        return { choices: found?.choices ?? [], signals: found?.signals ?? [] };
      });
    },
    countryOf: house.countryOf,
    async isOwnSite(origin) {
      const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
      if (!URL.canParse(origin)) return false;
      return notice?.sites.includes(new URL(origin).hostname) ?? false;
    },
  };
}

/**
 * Purposes that items on the device serve and that are not necessary: these a visitor is asked
 * about.
 */
export function askedPurposes(
  notice: Notice,
): readonly { purpose: Purpose; items: readonly StoredItem[] }[] {
  const asked = new Map<string, StoredItem[]>();
  for (const item of notice.storedItems.values()) {
    if (item.necessary) continue;
    for (const { purpose } of item.stores)
      asked.set(purpose, [...(asked.get(purpose) ?? []), item]);
  }
  return [...asked].flatMap(([id, items]) => {
    const purpose = notice.purposes.get(id);
    return purpose === undefined ? [] : [{ purpose, items }];
  });
}

function bannerOf(
  house: House,
  notice: Notice,
  regimes: readonly Regime[],
  asked: string,
  country: string | null,
): Banner {
  const language = preferred(asked, notice.languages) ?? notice.defaultLanguage;
  const say = (key: Parameters<typeof t>[1]) => t(language, key);
  const { baseUrl } = house.config;
  const item = (each: StoredItem) => ({
    ...{ id: each.id, item: each.item, kind: each.kind, provider: each.provider },
    lifetime: lifetimeOf(each, language),
  });
  return {
    noticeVersion: notice.version,
    language,
    direction: dir(language),
    mode: modeFor(notice, regimes, country, house.clock()),
    noticeUrl: `${baseUrl}/privacy/${language}`,
    cookiesUrl: `${baseUrl}/cookies?lang=${language}`,
    purposes: askedPurposes(notice).map(({ purpose, items }) => ({
      id: purpose.id,
      name: purpose.name[language] ?? purpose.id,
      about: purpose.about[language] ?? "",
      wording: consentWording(notice, { purpose: purpose.id }, language).sha256,
      signalled: isSignalled(purpose),
      items: items.map(item),
    })),
    necessary: [...notice.storedItems.values()].filter((each) => each.necessary).map(item),
    texts: {
      title: say("web.banner.title"),
      body: say("web.banner.body"),
      accept: say("web.banner.accept"),
      refuse: say("web.banner.refuse"),
      choose: say("web.banner.choose"),
      save: say("web.banner.save"),
      back: say("web.banner.back"),
      notice: say("web.nav.privacy"),
      cookies: say("web.nav.cookies"),
      reopen: say("web.banner.reopen"),
      signal: say("web.banner.signal"),
      failed: say("web.banner.failed"),
      recorded: say("web.banner.recorded"),
      receipt: say("web.banner.receipt"),
      items: say("web.banner.items"),
    },
  };
}

function isSignalled(purpose: Purpose): boolean {
  return purpose.sale || purpose.sharing || purpose.targetedAdvertising;
}

function lifetimeOf({ lifetimeSeconds }: StoredItem, language: string): string {
  if (lifetimeSeconds === null) return t(language, "web.lifetime.unknown");
  if (lifetimeSeconds === 0) return t(language, "web.lifetime.session");
  const days = Math.max(1, Math.round(lifetimeSeconds / 86_400));
  const unit = days >= 60 ? "month" : "day";
  const count = unit === "month" ? Math.round(days / 30.4) : days;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
    count,
  );
}

/**
 * The strictest of the regimes that the visitor's place attaches; an unknown place attaches all
 * that the notice declares.
 */
function modeFor(notice: Notice, regimes: readonly Regime[], country: string | null, at: number) {
  const attached = regimes.filter((regime) =>
    country === null ? notice.regimes.includes(regime.id) : regime.covers.has(country),
  );
  const modes = attached.map((regime) => ruleAt(regime.device, at)?.rule.mode ?? "opt-in");
  if (modes.length === 0 || modes.includes("opt-in")) return "opt-in";
  return modes.every((mode) => mode === "none") ? "none" : "opt-out";
}

async function record(
  house: House,
  body: ChoicesBody,
  country: string | null,
): Promise<ChoicesAnswer> {
  const known = deviceOf(house, body.device);
  const recorded = await house.inTransaction(async (tx) => {
    const notice = (await house.notices.inForce(tx)) ?? refuseChoice("choice.no_notice");
    if (notice.version !== body.noticeVersion) {
      refuseChoice("choice.notice_changed", { shown: body.noticeVersion, inForce: notice.version });
    }
    const language = notice.languages.includes(body.language)
      ? body.language
      : notice.defaultLanguage;
    const acts = [];
    for (const { purpose, act, wording } of body.acts) {
      if (!notice.purposes.has(purpose)) refuseChoice("choice.unknown_purpose", { purpose });
      const shown = consentWording(notice, { purpose }, language);
      if (shown.sha256 !== wording) refuseChoice("choice.unknown_wording", { purpose });
      await keepWording(house, tx, notice.version, language, purpose, shown.text);
      acts.push({ purpose, act, wording, namedSignal: body.signal, refusalsShown: [] });
    }
    const device = known ?? (await house.choices.newDevice(tx, house.config.demo));
    if (known === null && country !== null) await predictResidence(house, tx, device, country);
    const signal = body.signal
      ? await house.choices.signal(tx, device)
      : { facts: [], subjectIds: [device] };
    const made = await house.choices.record(tx, notice, device, acts, "explicit");
    const facts = [...signal.facts, ...made.facts];
    const subject = (await house.gate.subjects(tx, [device])).get(device);
    return { notice, device, facts, subjectIds: [device], choices: subject?.choices ?? [] };
  });
  await house.choices.acknowledge(recorded, WAIT_MS_MAX);
  const { notice, device, facts } = recorded;
  const granted: string[] = [];
  const refused: string[] = [];
  for (const { purpose } of askedPurposes(notice)) {
    const last = recorded.choices
      .filter((choice) => choice.purpose === purpose.id)
      .sort((one, other) => other.position - one.position)[0];
    if (last?.act === "grant") granted.push(purpose.id);
    else if (last !== undefined || (body.signal && isSignalled(purpose))) refused.push(purpose.id);
  }
  const token = house.tokens.issue("device", { subject: device }, DEVICE_SECONDS);
  return {
    cookie: ["v1", notice.version, granted.join("~"), refused.join("~"), token].join("."),
    cookieSeconds: CHOICE_SECONDS,
    receipts: facts
      .filter(({ kind }) => kind === "choice.made")
      .map((fact) => receiptId(house, fact)),
  };
}

async function predictResidence(
  house: House,
  tx: Tx,
  device: string,
  country: string,
): Promise<void> {
  await house.ledger.append(tx, [
    {
      subjectId: subjectId(device),
      noticeVersion: null,
      kind: "residence.predicted",
      body: { jurisdiction: country },
    },
  ]);
}

/** The device behind a choice cookie; null for none, an altered or an old one. */
export function deviceOf(house: Pick<House, "tokens">, cookie: string): string | null {
  const token = cookie.split(".")[4];
  if (token === undefined) return null;
  return house.tokens.read("device", token)?.subject ?? null;
}
