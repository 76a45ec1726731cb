/** People, uses and registers in which one thing at a time is changed. */
import type { Registers } from "#core/gate/registers";
import type { Address, Choice, HeldValue, Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import { WORLD } from "#regimes/world";

export const TODAY = "2026-11-24";
export const THEN = "2017-09-13";
export const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
export const DAY_MS = 86_400_000;

/** Registers of an organisation that keeps all of them and has nothing in them. */
export const EMPTY: Registers = {
  ...WORLD,
  ...{ agreements: [], certifications: [], suspensions: [], legalRequests: [], screening: [] },
  ...{ holds: [], compellingGrounds: [], families: [] },
};

const ALL_SHOWN = Object.fromEntries(
  [
    ...["enquiries", "library", "confirmation", "marketing", "analytics", "advertising"],
    ...["customer-service", "research", "provide", "improve", "retargeting", "contract"],
  ].map((purpose) => [purpose, [1]]),
);

export function value(id: string, category: string, more: Partial<HeldValue> = {}): HeldValue {
  return {
    ...{ id, category, source: "website", collectedAt: at(TODAY) - 30 * DAY_MS, events: {} },
    ...{ shown: ALL_SHOWN, notified: {}, compartment: "main", ...more },
  };
}

export function address(more: Partial<Address> = {}): Address {
  return {
    ...{ id: "a1", channels: ["email"], verified: true, suppressed: null, suppressedAt: null },
    ...{ confirmedAt: 6, context: null, refusalOffered: null, ...more },
  };
}

export function grant(more: Partial<Choice> = {}): Choice {
  return {
    ...{ act: "grant", purpose: "marketing", channel: "email", topic: "product-news", on: "s1" },
    ...{ position: 5, at: at(TODAY) - 20 * DAY_MS, revision: 1, noticeVersion: 1, wording: "w" },
    ...{ manner: "explicit", refusalsShown: [], namedSignal: false, offline: false, ...more },
  };
}

/** Somebody in London of whom everything is known and who has said nothing yet. */
export function somebody(more: Partial<Subject> = {}): Subject {
  return {
    ids: [{ id: "s1", linkedAt: 0 }],
    kind: "person",
    relationships: [{ kind: "prospect", family: null }],
    residence: { declared: "GB" },
    subscriber: "individual",
    ageBand: { from: 30, below: null },
    ...{ choices: [], objections: [], restrictions: [], limits: [], signals: [], erased: null },
    addresses: [address()],
    values: [value("a1", "email"), value("v2", "name"), value("v3", "enquiry")],
    ...more,
  };
}

export const subscriber = (more: Partial<Subject> = {}) =>
  somebody({ choices: [grant()], ...more });

export const news = (more: Partial<Use> = {}): Use => ({
  ...{ kind: "contact", purpose: "marketing", categories: ["email"], channel: "email" },
  ...{ address: "a1", topic: "product-news", messageClass: "marketing" },
  ...{ partClasses: ["marketing"], ...more },
});

export const answer = (more: Partial<Use> = {}): Use => ({
  ...{ kind: "process", purpose: "enquiries", categories: ["name"], ...more },
});

export const form = (more: Partial<Use> = {}): Use => ({
  ...{ kind: "collect", purpose: "enquiries", categories: ["email"], source: "website" },
  ...{ versionShown: 1, ...more },
});

export const cookie = (more: Partial<Use> = {}): Use => ({
  ...{ kind: "device", purpose: "analytics", categories: ["visits", "device"], storedItem: "ga" },
  ...{ lifetimeSeconds: 0, ...more },
});

export const visitor = (more: Partial<Subject> = {}): Subject =>
  somebody({ kind: "device", relationships: [], addresses: [], values: [], ...more });

export const analytics = (more: Partial<Choice> = {}): Choice => {
  const { channel: _channel, topic: _topic, ...rest } = grant({ purpose: "analytics", ...more });
  return rest;
};

export const disclose = (more: Partial<Use> = {}): Use => ({
  ...{ kind: "disclose", purpose: "enquiries", categories: ["name"], recipient: "hosting" },
  ...{ country: "GB", ...more },
});

export const agreed: Registers = {
  ...EMPTY,
  agreements: [{ recipient: "hosting", purposes: null, from: at("2026-01-01"), until: null }],
};
