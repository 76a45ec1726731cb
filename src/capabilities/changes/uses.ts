import type { Decision, Denied } from "#core/gate/decision";
import type { Address, Choice, Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Channel } from "#core/law/regime";
import type { Notice, Purpose } from "#core/notice/notice";

/** The gate, with its registers and a moment: pure. */
export type Decide = (notice: Notice, subject: Subject, use: Use) => Decision;

export type ChannelOfUse = Channel | "process" | "device";
export type UseOf = { readonly channel: ChannelOfUse; readonly use: Use };

/** Never a use of something that is not held: the gate would deny it under every notice. */
export function usesOf(purpose: Purpose, notice: Notice, subject: Subject): readonly UseOf[] {
  if (subject.kind === "device") return deviceUses(purpose, notice);
  return [...processUses(purpose, subject), ...contactUses(purpose, subject)];
}

function processUses({ id, categories }: Purpose, { values = [] }: Subject): readonly UseOf[] {
  const held = new Set(values.map(({ category }) => category));
  return [...categories]
    .filter((category) => held.has(category))
    .map((category) => ({
      channel: "process",
      use: { kind: "process", purpose: id, categories: [category] },
    }));
}

function contactUses(purpose: Purpose, subject: Subject): readonly UseOf[] {
  const uses: UseOf[] = [];
  for (const channel of purpose.channels) {
    const address = addressFor(subject, channel);
    if (address === null) continue;
    const messageClass = purpose.directMarketing ? "marketing" : "service";
    for (const topic of topicsFor(purpose, subject.choices ?? [])) {
      uses.push({
        channel,
        use: {
          ...{ kind: "contact", purpose: purpose.id, categories: [address.category], channel },
          ...{ address: address.id, messageClass, partClasses: [messageClass] },
          ...(topic === null ? {} : { topic }),
        },
      });
    }
  }
  return uses;
}

/**
 * Topics that the person's choices name, and one of the others to stand for all of them: what the
 * gate says of those is the same.
 */
function topicsFor(
  { id, topics }: Purpose,
  choices: readonly Choice[],
): readonly (string | null)[] {
  if (topics.size === 0) return [null];
  const named = new Set(choices.filter(({ purpose }) => purpose === id).map(({ topic }) => topic));
  const own = [...topics].filter((topic) => named.has(topic));
  const other = [...topics].find((topic) => !named.has(topic));
  return other === undefined ? own : [...own, other];
}

/** The newest proven address of a channel, else the newest one at all. */
export function addressFor(
  { addresses = [], values = [] }: Subject,
  channel: Channel,
): { readonly id: string; readonly category: string } | null {
  const reached = addresses.filter((each) => each.channels.includes(channel));
  const usable = reached.filter(({ suppressed }) => suppressed !== "all");
  const last = (of: readonly Address[]) =>
    of.filter(({ verified }) => verified).at(-1) ?? of.at(-1);
  const address = last(usable) ?? last(reached);
  const value = values.find(({ id }) => id === address?.id);
  return address === undefined || value === undefined
    ? null
    : { id: address.id, category: value.category };
}

function deviceUses({ id }: Purpose, { storedItems }: Notice): readonly UseOf[] {
  return [...storedItems.values()].flatMap((item) => {
    const stored = item.stores.find(({ purpose }) => purpose === id);
    if (stored === undefined || item.necessary) return [];
    const categories = [...stored.categories];
    const lifetimeSeconds = item.lifetimeSeconds ?? 0;
    const what = { storedItem: item.id, lifetimeSeconds };
    return [{ channel: "device", use: { kind: "device", purpose: id, categories, ...what } }];
  });
}

/** The letter about a change of the notice: legal, by e-mail, past every choice but erasure. */
export function letterUse(subject: Subject): Use | null {
  const address = addressFor(subject, "email");
  if (address === null) return null;
  return {
    ...{ kind: "contact", purpose: "notice-change", categories: [address.category] },
    ...{ channel: "email", address: address.id, messageClass: "legal", partClasses: ["legal"] },
  };
}

/** The first reason of a denial names it: a person falls out once. */
export function firstReason({ reasons }: Denied): { readonly rule: number; readonly code: string } {
  const [first] = reasons;
  return { rule: first?.rule ?? 1, code: first?.code ?? "defect" };
}

export const NO_ADDRESS = { rule: 3, code: "fact-missing" } as const;

/**
 * Notices compared on the same day: whether each is in force at that moment is not the question.
 */
export function always(notice: Notice): Notice {
  return { ...notice, life: { from: 0, until: null } };
}
