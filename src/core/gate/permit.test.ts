import { expect, test } from "vitest";
import { openPermitOffice, Permit, type PermitTerms } from "./permit.ts";

const TERMS: PermitTerms = {
  epochs: new Map([["s1", 3]]),
  use: { kind: "process", purpose: "enquiries", categories: ["name"] },
  noticeVersion: 1,
  values: new Map([["name", ["v1"]]]),
  ...{ mintedAt: 0, expiresAt: 1_000 },
};

test("an office knows the permits that it minted, and no others", () => {
  const office = openPermitOffice();
  const permit = office.mint(TERMS);
  expect(office.inspect(permit)?.use.purpose).toBe("enquiries");
  const fakes: unknown[] = [
    ...[{}, { ...permit }, Object.create(permit), new Proxy(permit, {}), structuredClone(permit)],
    ...[
      JSON.parse(JSON.stringify({ permit })),
      Object.assign(Object.create(Permit.prototype), TERMS),
    ],
    ...[openPermitOffice().mint(TERMS), Reflect.construct(Permit as never, [])],
  ];
  for (const fake of fakes) expect(office.inspect(fake as Permit)).toBeNull();
});

test("nothing is read out of a permit, and nothing in it can be changed", () => {
  const office = openPermitOffice();
  const use = { ...TERMS.use };
  const epochs = new Map(TERMS.epochs);
  const permit = office.mint({ ...TERMS, use, epochs });
  expect(JSON.stringify(permit)).toBe('"[permit]"');
  expect(Object.keys(permit)).toEqual([]);
  epochs.set("s2", 1);
  (use as { purpose: string }).purpose = "resale";
  expect(office.inspect(permit)?.epochs.has("s2")).toBe(false);
  expect(office.inspect(permit)?.use.purpose).toBe("enquiries");
  expect(Object.isFrozen(permit)).toBe(true);
});

test("the type system refuses what was not minted", () => {
  const take = (permit: Permit) => permit;
  // @ts-expect-error a literal has not the private brand
  take({});
  // @ts-expect-error not even with everything that can be seen of one
  take({ toJSON: () => "[permit]" });
  // @ts-expect-error the constructor is private
  expect(new Permit()).toBeInstanceOf(Permit);
});
