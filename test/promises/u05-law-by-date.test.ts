/** Promise U5: the same notice is checked under the law of any day and place. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { FAULTLESS_MANIFEST } from "#test/support/lint/faultless-manifest";
import { newDataFolder, startProduct } from "#test/support/product";

const ROOT = resolve(import.meta.dirname, "../..");
const OLD = "notices/smartfocus-2017";
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
}, 60_000);

async function fairnotice(...args: readonly string[]) {
  const child = spawn(process.execPath, ["src/main/main.ts", ...args], { cwd: ROOT });
  child.stdin.end();
  const [out, err, status] = await Promise.all([
    child.stdout.setEncoding("utf8").toArray(),
    child.stderr.setEncoding("utf8").toArray(),
    new Promise<number | null>((done) => child.on("close", done)),
  ]);
  return { status, out: out.join(""), err: err.join("") };
}

type Found = {
  readonly id: string;
  readonly level: string;
  readonly clause: string | null;
  readonly regime: string;
  readonly provision: string;
  readonly line: number;
  readonly from: string | null;
};

async function found(notice: string, day: string, ...regimes: readonly string[]) {
  const named = regimes.flatMap((regime) => ["--regime", regime]);
  const ran = await fairnotice("check", notice, "--on", day, ...named, "--format", "json");
  expect(ran.err).toBe("");
  return { status: ran.status, findings: JSON.parse(ran.out).findings as readonly Found[] };
}

const said = ({ level, id, clause }: Found) => `${level} ${id} @ ${clause}`;

describe("the notice of 2017, from the command line", () => {
  test.each(["uk", "eu"])("on its own day in %s three things were wrong", async (regime) => {
    const { status, findings } = await found(OLD, "2017-09-13", regime);
    expect(status).toBe(1);
    expect(findings.map(said)).toEqual(
      expect.arrayContaining([
        "error transfer.mechanism-lapsed @ transfer.us",
        "warning cookies.no-refusal @ cookies.agreement",
        "error marketing.assumed-agreement @ marketing.customers",
      ]),
    );
    // What was asked for only later is no fault of that day.
    const later = [
      "purpose.basis-missing",
      "purpose.retention-missing",
      "cookies.lifetime-missing",
    ];
    expect(findings.filter(({ id }) => later.includes(id))).toEqual([]);
  });

  test("today nearly everything is", async () => {
    const { status, findings } = await found(OLD, "2026-11-25", "uk", "eu", "ch", "us-ca");
    expect(status).toBe(1);
    const ids = (regime: string) =>
      new Set(findings.filter((each) => each.regime === regime).map(({ id }) => id));
    const wanted = [
      ...["transfer.mechanism-lapsed", "purpose.basis-missing", "purpose.retention-missing"],
      ...["cookies.implied-consent", "consent.bundled", "rights.fee", "rights.missing"],
      ...["recipient.unnamed", "recipient.country-missing", "cookies.lifetime-missing"],
    ];
    for (const regime of ["uk", "eu"])
      for (const id of wanted) expect(ids(regime), regime).toContain(id);
    expect(ids("eu")).toContain("controller.representative-missing");
    expect(ids("uk")).not.toContain("controller.representative-missing");
    expect(ids("us-ca")).toContain("opt-out.link-missing");
    expect(ids("us-ca")).not.toContain("purpose.basis-missing");
    for (const each of findings) expect(each.line, each.id).toBeGreaterThan(0);
  });

  test("one fault has two provisions on two days", async () => {
    const provisionOn = async (day: string) => {
      const { findings } = await found(OLD, day, "uk");
      return findings.find(({ id }) => id === "cookies.no-refusal")?.provision;
    };
    expect(await provisionOn("2026-02-04")).toBe("PECR reg. 6(2)");
    expect(await provisionOn("2026-02-05")).toBe("PECR reg. 6 and Sch A1");
  });
});

test("the present-day notice has no fault on any day of its life so far", async () => {
  for (const day of ["2026-06-19", "2026-11-25"]) {
    const { status, findings } = await found("notices/demo", day, "uk", "eu");
    expect({ status, findings }).toEqual({ status: 0, findings: [] });
  }
});

/** Signs the first owner in. @returns the cookie. */
async function signIn(baseUrl: string, link: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/console/api/invitations/accept`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ token: link.split("#")[1], name: "Olga", password: "correct horse staple" },
      email: "owner@house.example",
    }),
  });
  expect(answer.status).toBe(204);
  return /fn_staff=[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

test("the console shows what the law of today finds in the notice in force, and what is accepted", async () => {
  const data = newDataFolder();
  undo.push(() => data.remove());
  const folder = join(data.path, "../notice");
  mkdirSync(folder, { recursive: true });
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  // The product reads the clock, so the notice is of yesterday and the acceptance ends in a year.
  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const until = inDays(365);
  const manifest = FAULTLESS_MANIFEST.replace("charged: false", "charged: true")
    .replace("date: 2026-11-01", `date: ${inDays(-1)}`)
    .replace("identity: A link to the address that the request is about.", "")
    .replace(
      "clauses:\n  - id: who",
      `accepted:\n  - { finding: rights.fee, reason: Ten pounds until spring., until: ${until}, by: Ada }\nclauses:\n  - id: who`,
    );
  writeFileSync(join(folder, "notice.yaml"), manifest);
  const product = await startProduct({ data: data.path, demo: false, args: ["--notice", folder] });
  undo.push(() => product.stop());
  const cookie = await signIn(product.baseUrl, product.ownerLink ?? "");
  const answer = await fetch(`${product.baseUrl}/console/api/notice`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  const { findings } = (await answer.json()) as { findings: readonly Record<string, unknown>[] };
  const of = (id: string) => findings.filter((each) => each["id"] === id);
  expect(of("rights.fee")).toHaveLength(2);
  expect(of("rights.fee")[0]).toMatchObject({
    regime: "uk",
    path: "rights.fee",
    clause: "rights",
    provision: "UK GDPR 12(5)",
    confirmed: false,
    accepted: { reason: "Ten pounds until spring.", until, by: "Ada" },
  });
  expect(of("rights.identity-missing")[0]).toMatchObject({ level: "note", accepted: null });
}, 120_000);
