import { afterAll, beforeAll, expect, test } from "vitest";
import { freshHouse } from "#test/support/house";

type Opened = Awaited<ReturnType<typeof freshHouse>>;
const [EMAIL, PASSWORD] = ["olga@house.example", "correct horse staple"];
const HOME = "192.0.2.1";
let opened: Opened;

beforeAll(async () => {
  opened = await freshHouse();
  const { inTransaction, staff } = opened.house;
  const token = (await inTransaction((tx) => staff.ownerLink(tx))) ?? "";
  const given = { token, name: "Olga", email: EMAIL, password: PASSWORD };
  await inTransaction((tx) => staff.accept(tx, given));
});
afterAll(() => opened.close());

async function signIn(network: string, password = PASSWORD, email = EMAIL): Promise<string> {
  const { inTransaction, staff } = opened.house;
  const outcome = await staff.signIn(inTransaction, email, password, network);
  return "refused" in outcome ? outcome.refused : "in";
}

const tally = (outcomes: readonly string[]) => ({
  judged: outcomes.filter((each) => each !== "throttled").length,
  throttled: outcomes.filter((each) => each === "throttled").length,
});

test("of many guesses at once no more are judged than of as many one by one", async () => {
  const guesses = await Promise.all(
    Array.from({ length: 28 }, (_, at) => signIn("198.51.100.1", `wrong password ${at}`)),
  );
  expect(tally(guesses)).toEqual({ judged: 10, throttled: 18 });
  expect(await signIn("198.51.100.1")).toBe("throttled");
});

test("a stranger, from however many networks, does not lock a colleague out of theirs", async () => {
  expect(await signIn(HOME)).toBe("in");
  const networks = Array.from({ length: 60 }, (_, at) => `203.0.113.${at + 1}`);
  const guesses = [];
  for (const network of networks) guesses.push(await signIn(network, "wrong password"));
  // The account as a whole is slowed down for networks that it never signed in from.
  expect(tally(guesses)).toEqual({ judged: 20, throttled: 40 });
  expect(await signIn("203.0.113.200")).toBe("throttled");
  expect(await signIn(HOME, "a slip of the hand")).toBe("credentials");
  expect(await signIn(HOME)).toBe("in");
  // Who is in again starts anew: slips of a week do not add up.
  for (let count = 0; count < 12; count += 1) {
    await signIn(HOME, "a slip of the hand");
    expect(await signIn(HOME)).toBe("in");
  }
}, 60_000);

test("an account that does not exist is throttled the same", async () => {
  const guesses = [];
  for (let at = 0; at < 12; at += 1)
    guesses.push(await signIn("198.51.100.7", "wrong password", "nobody@house.example"));
  expect(tally(guesses)).toEqual({ judged: 10, throttled: 2 });
});
