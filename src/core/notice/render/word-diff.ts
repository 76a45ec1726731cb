export type Piece = { readonly is: "same" | "inserted" | "deleted"; readonly text: string };

/** Words; beyond it two texts are shown as a whole, one removed and one added. */
const WORDS_MAX = 1500;

/**
 * The words that two texts have in common and those that only one has, in reading order; a longest
 * common subsequence of words as the language divides them.
 */
export function wordDiff(before: string, after: string, language: string): readonly Piece[] {
  const [old, now] = [wordsOf(before, language), wordsOf(after, language)];
  if (old.length > WORDS_MAX || now.length > WORDS_MAX) {
    return merged([
      { is: "deleted", text: before },
      { is: "inserted", text: after },
    ]);
  }
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === now[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]];
    const drops = is === undefined || lengthAt(row + 1, column) >= lengthAt(row, column + 1);
    if (was !== undefined && was === is) {
      pieces.push({ is: "same", text: was });
      row += 1;
      column += 1;
    } else if (was !== undefined && drops) {
      pieces.push({ is: "deleted", text: was });
      row += 1;
    } else {
      pieces.push({ is: "inserted", text: is ?? "" });
      column += 1;
    }
  }
  return merged(pieces);
}

function wordsOf(text: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].map(({ segment }) => segment);
}

/**
 * Neighbours of one kind become one piece; what changes word by word with only blanks between
 * becomes one removal and one addition, as a reader takes it in.
 */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let [deleted, inserted] = ["", ""];
  const flush = () => {
    if (deleted !== "") found.push({ is: "deleted", text: deleted });
    if (inserted !== "") found.push({ is: "inserted", text: inserted });
    [deleted, inserted] = ["", ""];
  };
  for (const [index, { is, text }] of pieces.entries()) {
    if (is === "deleted") deleted += text;
    else if (is === "inserted") inserted += text;
    else if (/^\s+$/.test(text) && isBetween(pieces, index)) {
      deleted += text;
      inserted += text;
    } else {
      flush();
      const last = found.at(-1);
      if (last?.is === "same") found[found.length - 1] = { is, text: last.text + text };
      else found.push({ is, text });
    }
  }
  flush();
  return found;
}

function isBetween(pieces: readonly Piece[], index: number): boolean {
  return pieces[index - 1]?.is !== "same" && (pieces[index + 1]?.is ?? "same") !== "same";
}
