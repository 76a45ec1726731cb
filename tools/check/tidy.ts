import { filesIn, read } from "./repository.ts";

const LINES_MAX = 400;
const TEST_LINES_MAX = 600;
const FUNCTION_LINES_MAX = 70;
const COMMENT_COLUMNS_MAX = 100;
/** Code is wrapped by the formatter; what it leaves longer is a text that cannot be broken. */
const COMMENT = /^\s*(\/\/|\/?\*)/;
const FOLDERS = [
  "src",
  "regimes",
  "demo",
  "tools",
  "bench",
  "test",
  "packages/sdk/src",
  "packages/console/src",
];
const EMPTY_NAMES = /(^|[-/])(utils?|helpers?|managers?|common|misc)(\.|\/|$)|-service\./;
/** Tables of words and of data are as long as what they hold. */
const DATA = /(catalogues\/|messages\.|\.schema\.|regimes\/|site-text|gate-cases)/;
/**
 * What nobody may leave behind; the words are put together so that this file does not find itself.
 */
const LEFTOVERS = new RegExp(
  [
    `\\b${"TO"}${"DO"}\\b`,
    `\\b${"FIX"}${"ME"}\\b`,
    `@ts-${"ignore"}`,
    `\\b(test|describe|it)\\.${"only"}\\b`,
    `\\b${"debug"}ger;`,
  ].join("|"),
);

/** Norms of style that a machine can see: names, sizes, leftovers, and that tests test. */
export async function checkTidy(): Promise<readonly string[]> {
  const files = filesIn(FOLDERS, /\.(ts|tsx|mjs)$/);
  return [
    ...files.flatMap(nameProblems),
    ...files.flatMap(sizeProblems),
    ...files.flatMap(lineProblems),
    ...capabilityProblems(),
  ];
}

function nameProblems(file: string): readonly string[] {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const found = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.(ts|tsx|mjs)$/.test(name))
    found.push(`${file}: the name is not kebab-case`);
  if (EMPTY_NAMES.test(file)) found.push(`${file}: the name says nothing of what is inside`);
  return found;
}

function sizeProblems(file: string): readonly string[] {
  if (DATA.test(file)) return [];
  const lines = read(file).split("\n");
  const isTest = /\.test\.ts$/.test(file) || file.startsWith("test/");
  const max = isTest ? TEST_LINES_MAX : LINES_MAX;
  const found = lines.length > max ? [`${file}: ${lines.length} lines, at most ${max}`] : [];
  return isTest ? found : [...found, ...longFunctions(file, lines)];
}

/**
 * Named functions at the left margin, up to the brace that closes them there: what the formatter
 * guarantees.
 */
function longFunctions(file: string, lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  let began = -1;
  lines.forEach((line, index) => {
    if (/^(export )?(default )?(async )?function\b/.test(line)) began = index;
    if (line !== "}" || began < 0) return;
    const length = index - began + 1;
    if (length > FUNCTION_LINES_MAX && !file.endsWith(".tsx"))
      found.push(
        `${file}:${began + 1}: a function of ${length} lines, at most ${FUNCTION_LINES_MAX}`,
      );
    began = -1;
  });
  return found;
}

function lineProblems(file: string): readonly string[] {
  if (DATA.test(file)) return [];
  return read(file)
    .split("\n")
    .flatMap((line, index) => {
      const found = [];
      if (COMMENT.test(line) && line.length > COMMENT_COLUMNS_MAX && !line.includes("biome-ignore"))
        found.push(
          `${file}:${index + 1}: a comment of ${line.length} columns, at most ${COMMENT_COLUMNS_MAX}`,
        );
      if (LEFTOVERS.test(line))
        found.push(`${file}:${index + 1}: left behind: ${line.trim().slice(0, 60)}`);
      return found;
    });
}

/** Each capability has its README, and SQL only in files that are its stores. */
function capabilityProblems(): readonly string[] {
  const files = filesIn(["src/capabilities"], /./);
  const names = new Set(files.map((file) => file.split("/")[2] as string));
  const unread = [...names]
    .filter((name) => !files.includes(`src/capabilities/${name}/README.md`))
    .map((name) => `src/capabilities/${name}: no README.md`);
  const elsewhere = filesIn(["src"], /(?<!\.test)\.ts$/)
    .filter((file) => !isStore(file) && /\bsql`/.test(read(file)))
    .map((file) => `${file}: SQL belongs into a store`);
  return [...unread, ...elsewhere];
}

function isStore(file: string): boolean {
  return (
    /\/(store|[a-z-]+-store|project[a-z-]*|load-subjects|subject-rows)\.ts$/.test(file) ||
    file.startsWith("src/platform/database/")
  );
}
