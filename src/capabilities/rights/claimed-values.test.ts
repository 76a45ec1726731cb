import { expect, test } from "vitest";
import { tellable } from "./claimed-values.ts";

const name = (text: string) => ({ kind: "name", text });
const phone = (text: string) => ({ kind: "phone", text });
const word = (text: string) => ({ kind: null, text });

test.each([
  ["the same name, written otherwise", [name("Zoë Muster")], [[name("zoe  MUSTER")]], [true]],
  ["a part of the known name", [name("Carol Client")], [[name("Carol")]], [true]],
  ["more than the known name", [name("Carol")], [[name("Carol Client")]], [false]],
  ["another name", [name("Dora")], [[name("Dave"), word("hello")]], [false]],
  ["no name, with a message", [name("Dora")], [[word("hello")]], [true]],
  ["another number", [name("Dora"), phone("+44 1")], [[phone("+44 2")]], [false]],
  ["the same number", [phone("+44 20 1")], [[phone("+44201")]], [true]],
  ["a first number", [name("Dora")], [[name("Dora"), phone("+44 2")]], [true]],
  ["nothing known, one name", [], [[name("Carol")], [name("Carol Client")]], [true, true]],
  [
    "nothing known, two people",
    [],
    [[name("Carol")], [name("Dave")], [word("x")]],
    [false, false, true],
  ],
  ["a name without letters", [name("Dora")], [[name("???")]], [true]],
  ["nothing at all", [], [], []],
] as const)("%s", (_case, own, claims, told) => {
  expect(tellable(own, claims)).toEqual(told);
});
