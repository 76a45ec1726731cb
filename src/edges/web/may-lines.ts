import { type Audience, explain } from "#core/explain/explain";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { Notice, Purpose } from "#core/notice/notice";
import type { House } from "#edges/house";
import type { Tx } from "#platform/database/database";
import type { MayLine } from "./ports.ts";

/**
 * For one person: what may be done for each purpose and channel, and why, in sentences (promise
 * U10).
 */
export async function mayLines(
  house: House,
  tx: Tx,
  notice: Notice,
  id: string,
  language: string,
  audience: Audience = "person",
): Promise<readonly MayLine[]> {
  const subject = (await house.gate.subjects(tx, [id])).get(id) ?? {};
  const lines: MayLine[] = [];
  for (const purpose of notice.purposes.values()) {
    if (purpose.builtIn) continue;
    for (const use of usesOf(purpose, subject)) {
      const { decision } = await house.gate.ask(tx, id, use);
      const { channel = null, topic = null } = use;
      const sentence = explain(decision, notice, use, language, audience);
      lines.push({ purpose: purpose.id, channel, topic, allowed: decision.allowed, sentence });
    }
  }
  return lines;
}

/**
 * A purpose that reaches people by e-mail is asked for each topic; any other as a use of what is
 * held for it.
 */
function usesOf(purpose: Purpose, subject: Subject): readonly Use[] {
  const held = new Set((subject.values ?? []).map((value) => value.category));
  const address = subject.addresses?.find(({ channels }) => channels.includes("email"));
  const value = subject.values?.find((each) => each.id === address?.id);
  if (purpose.directMarketing && purpose.channels.has("email") && value !== undefined) {
    const base: Use = {
      kind: "contact",
      purpose: purpose.id,
      categories: [value.category],
      channel: "email",
      address: value.id,
      messageClass: "marketing",
      partClasses: ["marketing"],
    };
    const topics = [...purpose.topics];
    return topics.length === 0 ? [base] : topics.map((topic) => ({ ...base, topic }));
  }
  const categories = [...purpose.categories].filter((category) => held.has(category));
  return categories.length === 0 ? [] : [{ kind: "process", purpose: purpose.id, categories }];
}
