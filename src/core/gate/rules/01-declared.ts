import { sourceOf } from "#core/notice/built-in-source";
import type { Notice, Tuple } from "#core/notice/notice";
import { type Case, missing, type Rule, reason } from "../case.ts";
import type { Reason } from "../decision.ts";

/**
 * Rule 1. Purpose, categories, source, stored item, channel, topic, recipient: declared, and
 * declared together.
 */
export const declared: Rule = {
  number: 1,
  deny(facts) {
    const { use, purpose } = facts;
    if (purpose === null) return [reason(1, "purpose-undeclared", { what: use.purpose })];
    const reasons: Reason[] = [];
    if (use.categories.length === 0) reasons.push(missing(1, "categories"));
    for (const category of use.categories) {
      if (!purpose.categories.has(category)) {
        reasons.push(reason(1, "category-undeclared", { what: category }));
      }
    }
    return [...reasons, ...byKind(facts), ...scopes(facts)];
  },
};

function byKind(facts: Case): readonly Reason[] {
  const { notice, use } = facts;
  switch (use.kind) {
    case "collect":
      return sourceReasons(facts);
    case "device":
      return storedReasons(facts);
    case "contact":
      if (use.channel === undefined) return [missing(1, "channel")];
      if (use.messageClass === undefined) return [missing(1, "message class")];
      if (facts.messageClass === null) {
        return [reason(1, "class-undeclared", { what: use.messageClass })];
      }
      return [];
    case "disclose":
      return recipientReasons(notice, facts);
    case "process":
      return use.recipient === undefined ? [] : recipientReasons(notice, facts);
  }
}

function sourceReasons({ notice, use }: Case): readonly Reason[] {
  if (use.source === undefined) return [missing(1, "source")];
  const source = sourceOf(notice, use.source, use.purpose);
  if (source === undefined) return [reason(1, "source-undeclared", { what: use.source })];
  return use.categories
    .filter((category) => !source.categories.has(category))
    .map((category) => reason(1, "category-undeclared", { what: category }));
}

function storedReasons({ notice, use }: Case): readonly Reason[] {
  if (use.storedItem === undefined) return [missing(1, "stored item")];
  const item = notice.storedItems.get(use.storedItem);
  if (item === undefined || !together(item.stores, use.purpose, use.categories)) {
    return [reason(1, "item-undeclared", { what: use.storedItem })];
  }
  return [];
}

function recipientReasons(notice: Notice, { use }: Case): readonly Reason[] {
  if (use.recipient === undefined) return [missing(1, "recipient")];
  const recipient = notice.recipients.get(use.recipient);
  if (recipient === undefined || !together(recipient.discloses, use.purpose, use.categories)) {
    return [reason(1, "recipient-undeclared", { what: use.recipient })];
  }
  return [];
}

function together(
  tuples: readonly Tuple[],
  purpose: string,
  categories: readonly string[],
): boolean {
  return categories.every((category) =>
    tuples.some((tuple) => tuple.purpose === purpose && tuple.categories.has(category)),
  );
}

function scopes({ use, purpose }: Case): readonly Reason[] {
  const reasons: Reason[] = [];
  if (purpose === null) return reasons;
  if (use.channel !== undefined && !purpose.channels.has(use.channel)) {
    reasons.push(reason(1, "channel-undeclared", { what: use.channel }));
  }
  if (use.topic !== undefined && !purpose.topics.has(use.topic)) {
    reasons.push(reason(1, "topic-undeclared", { what: use.topic }));
  }
  if (use.family !== undefined && !purpose.families.has(use.family)) {
    reasons.push(reason(1, "family-undeclared", { what: use.family }));
  }
  return reasons;
}
