import type {
  Address,
  Choice,
  HeldValue,
  Limit,
  Objection,
  Relationship,
  Restriction,
  Scope,
  Signal,
  Subject,
} from "#core/gate/subject";
import type { Channel } from "#core/law/regime";

type ChoiceRow = Omit<Choice, "on" | "channel" | "topic" | "names" | "replaces"> & {
  readonly channel: Channel | null;
  readonly topic: string | null;
  readonly names: Scope | null;
  readonly replaces: number | null;
};

type AddressRow = {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly verifiedPosition: number | null;
  readonly contextKind: "sale" | "negotiation" | "other" | null;
  readonly contextFamily: string | null;
  readonly refusalOffered: boolean | null;
  readonly suppressions: { readonly marketing?: number; readonly all?: number } | null;
};

type ValueRow = Omit<HeldValue, "collectedAt"> & {
  readonly collectedAt: number | null;
  readonly replaced: boolean;
};

export type LoadedRow = {
  readonly subjectId: string;
  readonly clusterId: string;
  readonly kind: "person" | "device";
  readonly epoch: number;
  readonly residenceDeclared: string | null;
  readonly residencePredicted: string | null;
  readonly subscriber: "individual" | "corporate" | null;
  readonly ageFrom: number | null;
  readonly ageBelow: number | null;
  readonly language: string | null;
  readonly erasedPosition: number | null;
  readonly erasedAt: number | null;
  readonly links: readonly { readonly other: string; readonly position: number }[];
  readonly choices: readonly ChoiceRow[];
  readonly objections: readonly {
    readonly position: number;
    readonly at: number;
    readonly purpose: string | null;
  }[];
  readonly restrictions: readonly Omit<Restriction, "on">[];
  readonly limits: readonly Omit<Limit, "on">[];
  readonly signals: readonly {
    readonly position: number;
    readonly at: number;
    readonly signal: "gpc";
  }[];
  readonly relationships: readonly {
    readonly kind: Relationship["kind"];
    readonly family: string;
  }[];
  readonly addresses: readonly AddressRow[];
  readonly values: readonly ValueRow[];
};

/** The person behind one id, out of the rows of all linked ids. Pure. */
export function subjectFrom(id: string, members: readonly LoadedRow[]): Subject {
  const own = members.find((row) => row.subjectId === id) ?? members[0];
  if (own === undefined) return {};
  const erased = earliestErasure(members);
  const declared = own.residenceDeclared ?? first(members, (row) => row.residenceDeclared);
  const predicted = own.residencePredicted ?? first(members, (row) => row.residencePredicted);
  const subscriber = narrowSubscriber(members);
  const age = members.find((row) => row.ageFrom !== null);
  return {
    ids: linkedIds(id, members),
    kind: own.kind,
    relationships: members.flatMap((row) => row.relationships.map(relationshipOf)),
    residence: {
      ...(declared === null ? {} : { declared }),
      ...(predicted === null ? {} : { predicted }),
    },
    ...(subscriber === null ? {} : { subscriber }),
    ...(age === undefined ? {} : { ageBand: { from: age.ageFrom ?? 0, below: age.ageBelow } }),
    choices: members.flatMap((row) => row.choices.map((choice) => choiceOf(row.subjectId, choice))),
    objections: members.flatMap((row) =>
      row.objections.map((each) => objectionOf(row.subjectId, each)),
    ),
    restrictions: members.flatMap((row) =>
      row.restrictions.map((each) => ({ ...each, on: row.subjectId })),
    ),
    limits: members.flatMap((row) => row.limits.map((each) => ({ ...each, on: row.subjectId }))),
    signals: members.flatMap((row) =>
      row.signals.map(
        ({ position, at, signal }): Signal => ({ on: row.subjectId, kind: signal, position, at }),
      ),
    ),
    erased,
    addresses: members.flatMap((row) => row.addresses.map(addressOf)),
    values: members.flatMap((row) => row.values.map(heldValue)),
  };
}

/**
 * When each id joined the one asked for. With several hops the latest link counts, which is the
 * narrower reading.
 */
function linkedIds(id: string, members: readonly LoadedRow[]): NonNullable<Subject["ids"]> {
  const linkedAt = new Map<string, number>([[id, 0]]);
  const waiting = [id];
  while (waiting.length > 0) {
    const from = waiting.pop() as string;
    const row = members.find((each) => each.subjectId === from);
    for (const { other, position } of row?.links ?? []) {
      const reached = Math.max(linkedAt.get(from) ?? 0, position);
      if (reached >= (linkedAt.get(other) ?? Number.MAX_SAFE_INTEGER)) continue;
      linkedAt.set(other, reached);
      waiting.push(other);
    }
  }
  return [...linkedAt].map(([each, position]) => ({ id: each, linkedAt: position }));
}

/** Any id's erasure is the person's: what narrows is read over all linked ids. */
function earliestErasure(members: readonly LoadedRow[]): NonNullable<Subject["erased"]> | null {
  for (const { erasedPosition: position, erasedAt: at } of members) {
    if (position !== null && at !== null) return { position, at };
  }
  return null;
}

/** `individual` is the more protected of the two. */
function narrowSubscriber(members: readonly LoadedRow[]): LoadedRow["subscriber"] {
  if (members.some((row) => row.subscriber === "individual")) return "individual";
  return members.some((row) => row.subscriber === "corporate") ? "corporate" : null;
}

function first<T>(members: readonly LoadedRow[], read: (row: LoadedRow) => T | null): T | null {
  for (const row of members) {
    const found = read(row);
    if (found !== null) return found;
  }
  return null;
}

function relationshipOf({ kind, family }: LoadedRow["relationships"][number]): Relationship {
  return { kind, family: family === "" ? null : family };
}

function choiceOf(on: string, row: ChoiceRow): Choice {
  const { channel, topic, names, replaces, ...rest } = row;
  return {
    ...rest,
    on,
    ...(channel === null ? {} : { channel }),
    ...(topic === null ? {} : { topic }),
    ...(names === null ? {} : { names }),
    ...(replaces === null ? {} : { replaces }),
  };
}

function objectionOf(on: string, row: LoadedRow["objections"][number]): Objection {
  const { position, at, purpose } = row;
  return { on, position, at, to: purpose === null ? "direct-marketing" : { purpose } };
}

function addressOf(row: AddressRow): Address {
  const { all, marketing } = row.suppressions ?? {};
  const scope = all !== undefined ? "all" : marketing !== undefined ? "marketing" : null;
  return {
    id: row.id,
    channels: row.channels,
    verified: row.verifiedPosition !== null,
    suppressed: scope,
    suppressedAt: all ?? marketing ?? null,
    confirmedAt: row.verifiedPosition,
    context: row.contextKind === null ? null : { kind: row.contextKind, family: row.contextFamily },
    refusalOffered: row.refusalOffered,
  };
}

function heldValue({ collectedAt, replaced, ...value }: ValueRow): HeldValue {
  return {
    ...value,
    ...(collectedAt === null ? {} : { collectedAt }),
    ...(replaced ? { replaced } : {}),
  };
}
