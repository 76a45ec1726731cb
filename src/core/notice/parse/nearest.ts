import { distance } from "fastest-levenshtein";

/**
 * Longer words are not typing mistakes of each other; comparing them would cost the square of their
 * length.
 */
const LENGTH_MAX = 80;

/**
 * The known word that was probably meant, or null. A third of the letters may be wrong, so that
 * `emial` finds `email` but `post` does not find `name`. Case and hyphens count for nothing:
 * `direct-marketing` finds `directMarketing`.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > LENGTH_MAX) return null;
  const wanted = fold(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of known) {
    if (each === word || each.length > LENGTH_MAX) continue;
    const folded = fold(each);
    const steps = distance(wanted, folded);
    // Two letters in each other's place count as two steps, though it is one slip.
    const isMixedUp = letters(wanted) === letters(folded);
    const stepsMax = isMixedUp ? 2 : Math.floor(Math.max(wanted.length, folded.length) / 3);
    if (steps <= stepsMax && steps < least) {
      least = steps;
      best = each;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_ .]/g, "");
}

function letters(word: string): string {
  return [...word].sort().join("");
}
