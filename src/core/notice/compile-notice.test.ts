import { expect, test } from "vitest";
import { compileNotice, manifestHash } from "./compile-notice.ts";
import type { Manifest } from "./manifest-schema.ts";
import { parseManifest } from "./parse-manifest.ts";
import { compileStored } from "./read-notice.ts";
import { SAMPLE_MANIFEST } from "./sample-manifest.ts";

const manifest = parseManifest([{ name: "n.yaml", text: SAMPLE_MANIFEST }]).manifest as Manifest;
const notice = compileNotice(manifest);

test("the life begins at midnight in the zone of the controller", () => {
  const begins = (date: string, zone: string) =>
    new Date(compileNotice({ ...manifest, date, zone }).life.from).toISOString();
  expect(begins("2017-09-13", "Europe/London")).toBe("2017-09-12T23:00:00.000Z");
  expect(begins("2026-11-01", "Europe/London")).toBe("2026-11-01T00:00:00.000Z");
  // There was no midnight that day: the clocks went forward at 00:00.
  expect(begins("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
  expect(notice.life.until).toBeNull();
});

test("the hash is of what is said, not of how it is laid out", () => {
  const other = parseManifest([
    {
      name: "m.yaml",
      text: `# a comment\n${SAMPLE_MANIFEST.replace("{ kind: privacy, email", "{   kind: privacy,   email")}`,
    },
  ]).manifest as Manifest;
  expect(manifestHash(other)).toBe(notice.hash);
  expect(notice.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(manifestHash({ ...manifest, version: 3 })).not.toBe(notice.hash);
});

test("texts have every language, a single string included", () => {
  const single = compileNotice({ ...manifest, languages: ["en"], title: "Notice" });
  expect(single.title).toEqual({ en: "Notice" });
  expect(single.languages).toEqual(["en"]);
  expect(notice.purposes.get("marketing")?.name).toEqual({ en: "Marketing", fr: "Marketing" });
  expect(notice.clauses.get("use.answer")?.body).toEqual({
    en: "See {{purpose:answer}} and {{page:preferences}}.",
    fr: "Voir {{purpose:answer}} et {{page:preferences}}.",
  });
});

test("a purpose carries bases in order, terms in months and what is off by default", () => {
  const marketing = notice.purposes.get("marketing");
  expect(marketing?.bases.get("uk")?.map(({ kind }) => kind)).toEqual(["consent", "soft-opt-in"]);
  expect(marketing).toMatchObject({ grantTermMonths: 24, directMarketing: true, sale: false });
  expect([...(marketing?.channels ?? [])]).toEqual(["email", "call"]);
  expect(notice.purposes.get("answer")).toMatchObject({ directMarketing: false, builtIn: false });
});

test("research is direct marketing unless it is said not to be", () => {
  const { answer } = manifest.purposes;
  if (answer === undefined) throw new Error("the sample has the purpose `answer`");
  const of = (change: object) =>
    compileNotice({ ...manifest, purposes: { answer: { ...answer, ...change } } });
  expect(of({ research: true }).purposes.get("answer")?.directMarketing).toBe(true);
  const declared = of({ research: true, directMarketing: false });
  expect(declared.purposes.get("answer")?.directMarketing).toBe(false);
});

test("retention, lifetimes and transfers are compiled to what the gate reads", () => {
  expect(notice.retention.get("answer")?.get("name")).toMatchObject({
    period: { months: 24 },
    events: ["last-contact"],
  });
  expect(notice.retention.get("analytics")?.get("visits")?.period).toBe("open");
  expect(notice.storedItems.get("ga")?.lifetimeSeconds).toBe(13 * 30 * 86_400);
  expect(notice.storedItems.get("session")?.lifetimeSeconds).toBe(0);
  expect(notice.transfers).toEqual([
    {
      recipient: "mailer",
      mechanism: "dpf",
      kind: "framework",
      condition: null,
      about: null,
      copy: null,
    },
  ]);
});

test("built-in purposes, categories and message classes are there without being declared", () => {
  for (const id of ["rights", "notice-change", "security", "confirm-address"]) {
    expect(notice.purposes.get(id)).toMatchObject({ id, builtIn: true, directMarketing: false });
    expect([...(notice.purposes.get(id)?.bases.keys() ?? [])]).toEqual(["uk", "eu"]);
  }
  expect(notice.categories.get("address")?.name.fr).toContain("Adresse");
  // Declared by the manifest, so its own name stands.
  expect(notice.categories.get("name")?.name.en).toBe("Name");
  expect(notice.messageClasses.get("marketing")?.sender?.email).toBe("news@sample.example");
  expect(notice.messageClasses.get("legal")).toMatchObject({ marketing: false, sender: null });
});

test("clauses are numbered in the order of reading", () => {
  const numbers = [...notice.clauses.values()].map(({ id, number, parent }) => [
    number,
    id,
    parent,
  ]);
  expect(numbers).toEqual([
    ["1", "who", null],
    ["2", "use", null],
    ["2.1", "use.answer", "use"],
    ["2.2", "use.marketing", "use"],
    ["3", "cookies", null],
  ]);
});

test("fields have the bound of their kind", () => {
  const fields = notice.forms.get("contact")?.fields ?? [];
  expect(fields.map(({ name, maxLength }) => [name, maxLength])).toEqual([
    ["email", 254],
    ["country", 2],
    ["role", 64],
  ]);
  expect(fields[2]?.options.map(({ value }) => value)).toEqual(["client", "other"]);
});

test("a stored manifest that does not compile is a defect", () => {
  expect(compileStored(SAMPLE_MANIFEST, "n.yaml").hash).toBe(notice.hash);
  expect(() => compileStored("id: x", "old.yaml")).toThrow(/old\.yaml:1:1: missing key/);
});
