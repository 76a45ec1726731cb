import { dirname, join, normalize } from "node:path";
import { filesIn, read } from "./repository.ts";

/** Ranks of capabilities (ARCHITECTURE.md): one may use those of lower ranks only. */
const RANKS: { readonly [capability: string]: number } = {
  ledger: 1,
  notice: 2,
  vault: 2,
  staff: 2,
  gate: 3,
  choices: 3,
  people: 3,
  messages: 4,
  collection: 5,
  campaigns: 5,
  changes: 5,
  rights: 6,
};

/** Layers and what each may use besides itself. */
const MAY_USE: { readonly [layer: string]: readonly string[] } = {
  kit: [],
  core: ["kit"],
  platform: ["kit"],
  regimes: ["core", "kit"],
  capabilities: ["core", "platform", "kit"],
  edges: ["capabilities", "core", "platform", "kit", "regimes"],
  demo: ["edges", "capabilities", "core", "platform", "kit"],
  main: ["edges", "capabilities", "core", "platform", "kit", "regimes", "demo"],
};

/**
 * What a layer must not import of Node or npm: `core` and `kit` get no clock, no I/O and no
 * database type.
 */
const PURE_MAY_USE = new Set([
  "node:crypto",
  "temporal-polyfill",
  "typebox",
  "typebox/compile",
  "typebox/value",
]);
const PURE = new Set(["core", "kit", "regimes"]);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;"]*?from\s+"([^"]+)"|(?:^|\n)\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;
const DOORS = JSON.parse(read("package.json")).imports as { readonly [door: string]: string };

/**
 * Arrows of the source point one way, type imports included; across folders they go through a door
 * of package.json.
 */
export async function checkArrows(): Promise<readonly string[]> {
  const files = filesIn(["src", "regimes", "demo"], /\.ts$/).filter(
    (path) => !/\.test\.ts$/.test(path),
  );
  return files.flatMap((file) => {
    const specifiers = [...read(file).matchAll(IMPORT)].map(
      (match) => (match[1] ?? match[2] ?? match[3]) as string,
    );
    return specifiers.flatMap((specifier) => {
      const problem = problemOf(file, specifier);
      return problem === null ? [] : [`${file}: \`${specifier}\` ${problem}`];
    });
  });
}

function problemOf(file: string, specifier: string): string | null {
  const layer = layerOf(file);
  if (!specifier.startsWith(".") && !specifier.startsWith("#")) {
    const isAllowed = !PURE.has(layer) || PURE_MAY_USE.has(specifier) || isText(specifier);
    return isAllowed ? null : `is not for ${layer}, which has no I/O, no clock and few packages`;
  }
  const target = specifier.startsWith(".")
    ? normalize(join(dirname(file), specifier))
    : throughDoor(specifier);
  if (target === null) return "is no door of package.json";
  if (specifier.startsWith("..") && moduleOf(file) !== moduleOf(target))
    return "climbs out of its module; use a door of package.json";
  return arrowProblem(file, target);
}

/** Parsers of text: pure, though they are not ours. */
function isText(specifier: string): boolean {
  return /^(yaml|fastest-levenshtein|liquidjs)$/.test(specifier);
}

function arrowProblem(file: string, target: string): string | null {
  const [from, to] = [layerOf(file), layerOf(target)];
  if (from !== to)
    return MAY_USE[from]?.includes(to) ? doorProblem(target, to) : `points from ${from} to ${to}`;
  if (from !== "capabilities") return null;
  const [own, other] = [capabilityOf(file), capabilityOf(target)];
  if (own === other) return null;
  const [ownRank, otherRank] = [RANKS[own], RANKS[other]];
  if (ownRank === undefined || otherRank === undefined) return "is of a capability without a rank";
  if (otherRank >= ownRank)
    return `points from ${own} (rank ${ownRank}) to ${other} (rank ${otherRank})`;
  return doorProblem(target, to);
}

/** A capability is entered by the file with its own name. */
function doorProblem(target: string, layer: string): string | null {
  if (layer !== "capabilities") return null;
  const name = capabilityOf(target);
  return target === `src/capabilities/${name}/${name}.ts` ? null : `goes past the door of ${name}`;
}

function throughDoor(specifier: string): string | null {
  for (const [door, path] of Object.entries(DOORS)) {
    if (door === specifier) return normalize(path);
    const [before] = door.split("*");
    if (!door.includes("*") || !specifier.startsWith(before as string)) continue;
    return normalize(path.replace("*", specifier.slice((before as string).length)));
  }
  return null;
}

function layerOf(path: string): string {
  const [first, second] = path.split("/");
  return first === "src" ? (second as string) : (first as string);
}

/** A folder of a layer: `core/gate`, `capabilities/people`, `edges/web`. */
function moduleOf(path: string): string {
  const parts = path.split("/");
  return parts.slice(0, parts[0] === "src" ? 3 : 1).join("/");
}

function capabilityOf(path: string): string {
  return path.split("/")[2] as string;
}
