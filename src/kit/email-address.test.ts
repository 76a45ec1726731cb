import { expect, test } from "vitest";
import { isEmailAddress } from "./email-address.ts";

const local = (octets: number) => `${"a".repeat(octets)}@home.example`;

test("addresses that people have are addresses", () => {
  const good = ["ann@home.example", "a.b+c@mail.home.example", "jürgen@bücher.example", local(64)];
  for (const each of good) expect(isEmailAddress(each), each).toBe(true);
});

test("what no mail server could take, or could take for another address, is none", () => {
  const bad = [
    ...["", "ann", "ann@home", "@home.example", "ann@@home.example", "a b@home.example"],
    ...[
      "a\u0000b@home.example",
      "a\u200bb@home.example",
      "a\u202eb@home.example",
      "a\u007f@b.example",
    ],
    ...["ann@home.example\r\nBcc: eve@evil.example", "<ann@home.example>", "a,b@home.example"],
    // RFC 5321, 4.5.3.1.1 counts octets: 33 letters of two are 66.
    ...[local(65), `${"ü".repeat(33)}@home.example`],
    `ann@${"a".repeat(250)}.example`,
  ];
  for (const each of bad) expect(isEmailAddress(each), JSON.stringify(each)).toBe(false);
});
