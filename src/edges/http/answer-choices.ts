import { type DeviceChoice, refuseChoice } from "#choices";
import type { Choice } from "#core/gate/subject";
import { attachedRegimes } from "#core/law/attach";
import type { Regime } from "#core/law/compile-regime";
import { ruleAt } from "#core/law/compile-regime";
import type { Fact } from "#core/ledger/fact";
import type { Notice, Purpose, StoredItem } from "#core/notice/notice";
import { consentWording } from "#core/notice/render/wording";
import type { House } from "#edges/house";
import { keepWording, receiptId } from "#edges/web/answer-forms";
import { preferred } from "#edges/web/reader";
import { Refusal } from "#kit/refusal";
import type { Tx } from "#platform/database/database";
import { groupCommit } from "#platform/database/group-commit";
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
export function answerChoices(
  house: House,
  regimes: readonly Regime[],
): Omit<ChoiceRoutePort, "onOwnSite"> {
  const record = openRecorder(house);
  return {
    async banner(asked, country) {
      return house.inTransaction(async (tx) => {
        const notice = await house.notices.inForce(tx);
        if (notice === null) return null;
        const began = await house.notices.revisionsBegan(tx, notice.version);
        return bannerOf(house, notice, began, regimes, asked, country);
      });
    },
    record,
    async mine(device) {
      const subject = deviceOf(house, device);
      if (subject === null) return null;
      return house.inTransaction(async (tx) => {
        const found = (await house.gate.subjects(tx, [subject])).get(subject);
        return { choices: found?.choices ?? [], signals: found?.signals ?? [] };
      });
    },
    countryOf: house.countryOf,
    isOwnSite: ownSites(house),
  };
}

/**
 * Whether an origin is a site that the notice in force declares. Beside a house that is reached by
 * https only such a site counts: whoever is on the way of a plain one can speak as it.
 */
export function ownSites(house: House): (origin: string) => Promise<boolean> {
  const isSecure = house.config.baseUrl.startsWith("https:");
  return async (origin) => {
    if (!URL.canParse(origin)) return false;
    const { protocol, hostname } = new URL(origin);
    if (protocol !== "https:" && (isSecure || protocol !== "http:")) return false;
    const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
    return notice?.sites.includes(hostname) ?? false;
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
  began: ReadonlyMap<string, number>,
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
      since: began.get(purpose.id) ?? notice.version,
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
      changed: say("web.banner.changed"),
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
  const { device: attached } = attachedRegimes(regimes, {
    ...{ establishment: "", residence: country, declared: notice.regimes },
  });
  const modes = attached.map((regime) => ruleAt(regime.device, at)?.rule.mode ?? "opt-in");
  if (modes.length === 0 || modes.includes("opt-in")) return "opt-in";
  return modes.every((mode) => mode === "none") ? "none" : "opt-out";
}

type Asked = { readonly body: ChoicesBody; readonly country: string | null };

type Recorded = {
  readonly notice: Notice;
  readonly device: string;
  readonly facts: readonly Fact[];
  readonly choices: readonly Choice[];
};

/**
 * Answers that arrive together are written together; one that is refused costs the others nothing.
 */
function openRecorder(house: House) {
  const kept = new Set<string>();
  const writer = groupCommit<Asked, Recorded | Refusal>(async (asked) => {
    const wordings: Wording[] = [];
    const recorded = await house.inTransaction((tx) => recordAll(house, tx, asked, kept, wordings));
    // Only what is committed need not be kept again.
    for (const { key } of wordings) kept.add(key);
    return recorded;
  });
  return async (body: ChoicesBody, country: string | null): Promise<ChoicesAnswer> => {
    const recorded = await writer.submit({ body, country });
    if (recorded instanceof Refusal) throw recorded;
    const { device, facts } = recorded;
    await house.choices.acknowledge({ facts, subjectIds: [device] }, WAIT_MS_MAX);
    return answerTo(house, recorded, body);
  };
}

async function recordAll(
  house: House,
  tx: Tx,
  asked: readonly Asked[],
  kept: ReadonlySet<string>,
  wordings: Wording[],
): Promise<readonly (Recorded | Refusal)[]> {
  const notice = await house.notices.inForce(tx);
  const given = asked.map((each) => deviceChoiceOf(house, notice, each, wordings));
  const good = given.filter((each) => !(each instanceof Refusal)) as DeviceChoice[];
  if (notice === null || good.length === 0) return given as Refusal[];
  for (const { key, language, purpose, text } of wordings) {
    if (!kept.has(key)) await keepWording(house, tx, notice.version, language, purpose, text);
  }
  const recorded = await house.choices.recordDevices(tx, notice, good);
  const devices = recorded.map(({ device }) => device);
  const subjects = await house.gate.subjects(tx, devices);
  const answers = recorded.map(({ device, facts }) => {
    return { notice, device, facts, choices: subjects.get(device)?.choices ?? [] };
  });
  let next = 0;
  return given.map((each) => (each instanceof Refusal ? each : (answers[next++] as Recorded)));
}

type Wording = {
  readonly key: string;
  readonly language: string;
  readonly purpose: string;
  readonly text: string;
};

/** What a browser sent, if it fits the notice in force and the wording that was shown is ours. */
function deviceChoiceOf(
  house: House,
  notice: Notice | null,
  { body, country }: Asked,
  wordings: Wording[],
): DeviceChoice | Refusal {
  try {
    const known = notice ?? refuseChoice("choice.no_notice");
    if (known.version !== body.noticeVersion) {
      refuseChoice("choice.notice_changed", { shown: body.noticeVersion, inForce: known.version });
    }
    const language = known.languages.includes(body.language)
      ? body.language
      : known.defaultLanguage;
    const acts = body.acts.map(({ purpose, act, wording }) => {
      if (known.purposes.get(purpose)?.builtIn ?? true)
        refuseChoice("choice.unknown_purpose", { purpose });
      const shown = consentWording(known, { purpose }, language);
      if (shown.sha256 !== wording) refuseChoice("choice.unknown_wording", { purpose });
      const key = `${known.version} ${language} ${purpose}`;
      wordings.push({ key, language, purpose, text: shown.text });
      return { purpose, act, wording, namedSignal: body.signal, refusalsShown: [] };
    });
    const { demo } = house.config;
    const { signal } = body;
    return {
      device: deviceOf(house, body.device),
      demo,
      country,
      signal,
      acts,
      manner: "explicit",
    };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The newest choice about a purpose; null: none. */
export function lastOn(choices: readonly Choice[], purpose: string): Choice | null {
  const own = choices.filter((choice) => choice.purpose === purpose);
  return own.reduce<Choice | null>(
    (last, each) => (last === null || each.position > last.position ? each : last),
    null,
  );
}

function answerTo(
  house: House,
  { notice, device, facts, choices }: Recorded,
  body: ChoicesBody,
): ChoicesAnswer {
  const granted: string[] = [];
  const refused: string[] = [];
  // The version by which the browser knows what its choices answer: while one of them is of an
  // older revision, the cookie says no more than that one does.
  let { version } = notice;
  for (const { purpose } of askedPurposes(notice)) {
    const last = lastOn(choices, purpose.id);
    const isOlder = last !== null && last.revision !== purpose.revision;
    if (isOlder) version = Math.min(version, last.noticeVersion);
    if (last?.act === "grant") {
      if (!isOlder) granted.push(purpose.id);
    } else if (last !== null || (body.signal && isSignalled(purpose))) refused.push(purpose.id);
  }
  const token = house.tokens.issue("device", { subject: device }, DEVICE_SECONDS);
  return {
    cookie: ["v1", version, granted.join("~"), refused.join("~"), token].join("."),
    cookieSeconds: CHOICE_SECONDS,
    receipts: facts
      .filter(({ kind }) => kind === "choice.made")
      .map((fact) => receiptId(house, fact)),
  };
}

/** The device behind a choice cookie; null for none, an altered or an old one. */
export function deviceOf(house: Pick<House, "tokens">, cookie: string): string | null {
  const token = cookie.split(".")[4];
  if (token === undefined) return null;
  return house.tokens.read("device", token)?.subject ?? null;
}
