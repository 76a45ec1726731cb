import type { PersonImpact } from "./judge-person.ts";
import type { ChannelOfUse } from "./uses.ts";

export type Reasoned = { readonly rule: number; readonly code: string };

/** Counts that grow page by page; kept beside the place where the counting stands. */
export type Counters = {
  /** By purpose: people under it; of them, those whose consent must be asked again. */
  readonly people: { [purpose: string]: number };
  readonly askAgain: { [purpose: string]: number };
  /** By `purpose channel rule code`. */
  readonly stops: { [stop: string]: number };
  /** Of all people: how many must be asked again, and told, in one purpose or more. */
  asked: number;
  told: number;
  byEmail: number;
  /** Whom no mail can reach, by `rule code`. */
  readonly unreached: { [reason: string]: number };
  /** Browsers that made a choice, which are asked or told at their next visit. */
  devicesAsked: number;
  devicesTold: number;
};

export function noCounts(): Counters {
  return {
    ...{ people: {}, askAgain: {}, stops: {}, unreached: {} },
    ...{ asked: 0, told: 0, byEmail: 0, devicesAsked: 0, devicesTold: 0 },
  };
}

export function countPerson(counters: Counters, impact: PersonImpact, isDevice: boolean): void {
  for (const purpose of impact.under) add(counters.people, purpose);
  for (const purpose of impact.askAgain) add(counters.askAgain, purpose);
  for (const { purpose, channel, rule, code } of impact.stops) {
    add(counters.stops, `${purpose} ${channel} ${rule} ${code}`);
  }
  if (impact.askAgain.length === 0) return;
  if (isDevice) counters.devicesAsked += 1;
  else counters.asked += 1;
}

export function add(counts: { [key: string]: number }, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

export type CountedStop = Reasoned & {
  readonly purpose: string;
  readonly channel: ChannelOfUse;
  readonly people: number;
};

export function stopsIn({ stops }: Counters): readonly CountedStop[] {
  return Object.entries(stops)
    .map(([key, people]) => {
      const [purpose = "", channel = "process", rule = "0", code = ""] = key.split(" ");
      return { purpose, channel: channel as ChannelOfUse, rule: Number(rule), code, people };
    })
    .sort((one, other) => other.people - one.people);
}

export function unreachedIn({ unreached }: Counters): readonly (Reasoned & { people: number })[] {
  return Object.entries(unreached)
    .map(([key, people]) => {
      const [rule = "0", code = ""] = key.split(" ");
      return { rule: Number(rule), code, people };
    })
    .sort((one, other) => other.people - one.people);
}
