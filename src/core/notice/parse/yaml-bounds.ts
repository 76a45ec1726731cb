import type { CST } from "yaml";

export type Excess = { readonly offset: number; readonly message: string };

/**
 * The first excess of depth or number of parts, or null. Asked before the tokens are composed, for
 * composing recurses and keeps an error for every odd comma. Walks with a list of its own, so that
 * no input can exhaust the call stack.
 */
export function excessIn(
  tokens: readonly CST.Token[],
  depthMax: number,
  partsMax: number,
): Excess | null {
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of tokens) waiting.push({ token, depth: 0 });
  let parts = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > depthMax) {
      return { offset: token.offset, message: `more than ${depthMax} levels deep` };
    }
    parts += partsOf(token);
    if (parts > partsMax) return { offset: token.offset, message: `more than ${partsMax} parts` };
    for (const inner of innerOf(token)) waiting.push({ token: inner, depth: depth + 1 });
  }
  return null;
}

/** A token of its own, and the commas, comments and line ends in front of its items. */
function partsOf(token: CST.Token): number {
  if (!("items" in token)) return 1;
  return token.items.reduce((sum, item) => sum + item.start.length + 1, 1);
}

function innerOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap((item) =>
    [item.key, item.value].filter((part) => part !== null && part !== undefined),
  );
}
