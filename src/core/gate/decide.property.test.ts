import { resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Notice } from "#core/notice/notice";
import { loadNotice } from "#edges/notice-files/load-notice";
import { REGIMES } from "#regimes/all";
import {
  address,
  at,
  EMPTY,
  grant,
  news,
  subscriber,
  TODAY,
  value,
} from "#test/support/gate-facts";
import { decide } from "./decide.ts";
import type { Choice, Subject } from "./subject.ts";
import type { Use } from "./use.ts";

const RUNS = { numRuns: process.env.FAIRNOTICE_TEST_LONG === undefined ? 1_000 : 50_000 };
const NOW = at(TODAY);
let notice: Notice;

beforeAll(async () => {
  const loaded = await loadNotice(resolve(import.meta.dirname, "../../../notices/demo"));
  if (loaded.notice === null) throw new Error("the demo notice does not compile");
  notice = loaded.notice;
});

const ask = (subject: Subject, use: Use, when = NOW) =>
  decide(notice, REGIMES, EMPTY, subject, use, when);

const purpose = fc.constantFrom("marketing", "enquiries", "library", "analytics", "advertising");
const topic = fc.constantFrom(undefined, "product-news", "webinars");
const channel = fc.constantFrom(undefined, "email" as const, "post" as const);
const instant = fc.integer({ min: at("2026-06-20"), max: NOW + 86_400_000 });

const choice: fc.Arbitrary<Choice> = fc
  .record({
    ...{ purpose, topic, channel, at: instant },
    act: fc.constantFrom("grant" as const, "refusal" as const, "withdrawal" as const),
    position: fc.integer({ min: 1, max: 100 }),
    manner: fc.constantFrom("explicit" as const, "implied" as const, "bundled" as const),
    namedSignal: fc.boolean(),
  })
  .map((made) => {
    const { topic: narrowTopic, channel: narrowChannel, ...rest } = made;
    const { topic: _topic, channel: _channel, ...whole } = grant(rest);
    return {
      ...whole,
      ...(narrowTopic === undefined ? {} : { topic: narrowTopic }),
      ...(narrowChannel === undefined ? {} : { channel: narrowChannel }),
    };
  });

const subject: fc.Arbitrary<Subject> = fc
  .record({
    // A position is drawn once: two facts never share one.
    choices: fc.uniqueArray(choice, { maxLength: 8, selector: ({ position }) => position }),
    objected: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 2 }),
    residence: fc.constantFrom({ declared: "GB" }, { declared: "FR" }, { predicted: "DE" }, {}),
    relationship: fc.constantFrom("prospect" as const, "customer" as const),
    verified: fc.boolean(),
    refusalOffered: fc.constantFrom(true, false, null),
  })
  .map(({ choices, objected, residence, relationship, verified, refusalOffered }) =>
    subscriber({
      ...{ choices, residence },
      relationships: [{ kind: relationship, family: "campaigns" }],
      objections: objected.map((position) => ({
        ...{ on: "s1", to: "direct-marketing" as const, position, at: NOW - 1_000 },
      })),
      addresses: [
        address({ verified, refusalOffered, context: { kind: "sale", family: "campaigns" } }),
      ],
    }),
  );

const use: fc.Arbitrary<Use> = fc.oneof(
  fc.constant(news()),
  fc.constant(news({ family: "campaigns" })),
  purpose.map((id) => ({ kind: "process" as const, purpose: id, categories: ["name"] })),
);

test("whatever is asked, it answers: a denial has its reasons, and nothing is thrown", () => {
  const anything = fc.record({
    subject: fc.object({ maxDepth: 2 }),
    use: fc.record({ kind: fc.string(), purpose: fc.string(), categories: fc.array(fc.string()) }),
    when: fc.oneof(fc.double(), fc.integer()),
  });
  fc.assert(
    fc.property(anything, (given) => {
      const answer = ask(given.subject as Subject, given.use as Use, given.when);
      expect(answer.allowed).toBe(false);
      if (!answer.allowed) expect(answer.reasons.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test("what narrows never widens: no refusal, objection, limit, restriction or erasure allows more", () => {
  const later = { position: 1_000, at: NOW - 500 };
  const narrowing: fc.Arbitrary<(given: Subject) => Subject> = fc.oneof(
    choice
      .filter(({ act }) => act !== "grant")
      .map((no) => (given: Subject) => ({
        ...given,
        choices: [...(given.choices ?? []), { ...no, ...later }],
      })),
    fc.constant((given: Subject) => ({
      ...given,
      objections: [
        ...(given.objections ?? []),
        { on: "s1", to: "direct-marketing" as const, ...later },
      ],
    })),
    fc.constant((given: Subject) => ({
      ...given,
      restrictions: [{ on: "s1", endedAt: null, ...later }],
    })),
    purpose.map((id) => (given: Subject) => ({
      ...given,
      limits: [
        { on: "s1", purposes: [id], categories: null, recipients: null, liftedAt: null, ...later },
      ],
    })),
    fc.constant((given: Subject) => ({ ...given, erased: later })),
    fc.constantFrom("marketing" as const, "all" as const).map((suppressed) => (given: Subject) => ({
      ...given,
      addresses: (given.addresses ?? []).map((each) => ({
        ...each,
        suppressed,
        suppressedAt: 1_000,
      })),
    })),
    fc.constant((given: Subject) => ({
      ...given,
      signals: [{ on: "s1", kind: "gpc" as const, ...later }],
    })),
    fc.constant((given: Subject) => ({
      ...given,
      values: (given.values ?? []).filter(({ category }) => category !== "name"),
    })),
  );
  fc.assert(
    fc.property(subject, use, narrowing, (given, asked, narrow) => {
      if (!ask(given, asked).allowed) expect(ask(narrow(given), asked).allowed).toBe(false);
    }),
    RUNS,
  );
});

test("not to know is not to know of nothing: an absent fact never allows what its presence denies", () => {
  const absent = fc.constantFrom(
    ...["choices", "objections", "restrictions", "limits", "signals", "erased"],
    ...["addresses", "values"],
  );
  fc.assert(
    fc.property(subject, use, absent, (given, asked, name) => {
      const { [name as keyof Subject]: _gone, ...rest } = given;
      if (!ask(given, asked).allowed) expect(ask(rest, asked).allowed).toBe(false);
    }),
    RUNS,
  );
});

test("the order of lists decides nothing, and the same question has the same answer", () => {
  const extra = value("v8", "name", { collectedAt: NOW - 9_000 });
  fc.assert(
    fc.property(subject, use, (given, asked) => {
      const whole = { ...given, values: [...(given.values ?? []), extra] };
      const turned: Subject = {
        ...whole,
        choices: [...(whole.choices ?? [])].reverse(),
        values: [...whole.values].reverse(),
        objections: [...(whole.objections ?? [])].reverse(),
      };
      const [one, other] = [ask(whole, asked), ask(turned, asked)];
      expect(other.allowed).toBe(one.allowed);
      if (!one.allowed && !other.allowed) expect(codes(other.reasons)).toEqual(codes(one.reasons));
      expect(ask(whole, asked)).toEqual(one);
    }),
    RUNS,
  );
});

function codes(reasons: readonly { readonly rule: number; readonly code: string }[]) {
  return [...new Set(reasons.map(({ rule, code }) => `${rule} ${code}`))].sort();
}

test("a withdrawal stands until a later grant in its own scope, whatever else was said", () => {
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 6 }), (choices) => {
      const withdrawn = grant({ act: "withdrawal", position: 500, at: NOW - 1_000 });
      const given = subscriber({ choices: [...choices, withdrawn] });
      expect(ask(given, news()).allowed).toBe(false);
      const again = subscriber({
        choices: [...choices, withdrawn, grant({ position: 501, at: NOW - 900 })],
      });
      const answer = ask(again, news());
      // A refusal that stands in an overlapping scope may still deny; nothing else does.
      if (!answer.allowed) expect(answer.reasons.every(({ rule }) => rule === 6)).toBe(true);
    }),
    RUNS,
  );
});
