import { cpus, totalmem } from "node:os";

/** One who runs: brings itself up, answers with a figure a round, and goes away. */
export type Contender = {
  readonly round: () => Promise<number>;
  readonly close?: () => Promise<void>;
};

export type Benchmark = {
  readonly name: string;
  readonly unit: string;
  /** Whether a smaller figure is the better one. */
  readonly less: boolean;
  /** Ours beside the floor, as a ratio: at most where less is better, at least otherwise. */
  readonly goal: number | null;
  /** `ours` and `floor`, then peers by name; made one after the other. */
  readonly contenders: () => Promise<{ readonly [name: string]: Contender }>;
  /** The same for other sizes, where there are any. */
  readonly scale?: () => Promise<readonly { readonly n: number; readonly ours: number }[]>;
};

export type Report = {
  readonly name: string;
  readonly machine: string;
  readonly unit: string;
  readonly ours: number;
  readonly floor: number;
  readonly peers: { readonly [name: string]: number };
  readonly ratios: { readonly [name: string]: number };
  readonly goal: number | null;
  readonly met: boolean | null;
  readonly scale: readonly { readonly n: number; readonly ours: number }[];
};

const ROUNDS = 5;

/** Runs all by turns after one round of warm-up each. */
export async function run(benchmark: Benchmark): Promise<Report> {
  const contenders = await benchmark.contenders();
  const names = Object.keys(contenders);
  const figures = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of names) {
        const figure = await (contenders[name] as Contender).round();
        if (round > 0) figures.get(name)?.push(figure);
        progress(
          `${benchmark.name}: ${round === 0 ? "warm-up" : `round ${round}`} ${name} ${figure.toFixed(1)}`,
        );
      }
    }
  } finally {
    for (const each of Object.values(contenders)) await each.close?.();
  }
  const medians = new Map(names.map((name) => [name, median(figures.get(name) ?? [])]));
  return report(benchmark, medians, (await benchmark.scale?.()) ?? []);
}

function report(
  { name, unit, less, goal }: Benchmark,
  medians: ReadonlyMap<string, number>,
  scale: Report["scale"],
): Report {
  const { ours = Number.NaN, floor = Number.NaN, ...peers } = Object.fromEntries(medians);
  const ratios = Object.fromEntries(
    Object.entries({ floor, ...peers }).map(([each, figure]) => [each, ours / figure]),
  );
  const ratio = ours / floor;
  const met = goal === null ? null : less ? ratio <= goal : ratio >= goal;
  return { name, machine: machine(), unit, ours, floor, peers, ratios, goal, met, scale };
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} x ${first?.model ?? "unknown"}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

export function table(result: Report): string {
  const rows = [
    ["ours", result.ours],
    ["floor", result.floor],
    ...Object.entries(result.peers),
  ] as const;
  const lines = rows.map(([who, figure]) => {
    const ratio = who === "ours" ? "" : `ours is ${(result.ours / figure).toFixed(2)} times it`;
    return `  ${who.padEnd(24)}${figure.toFixed(1).padStart(12)} ${result.unit.padEnd(12)} ${ratio}`;
  });
  const goal =
    result.goal === null ? "no goal yet" : `goal ${result.goal}: ${result.met ? "met" : "not met"}`;
  const scale = result.scale.map(
    ({ n, ours }) =>
      `  at ${String(n).padStart(10)} ${ours.toFixed(1).padStart(12)} ${result.unit}`,
  );
  return [`${result.name} (${result.machine})`, ...lines, ...scale, `  ${goal}`].join("\n");
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
