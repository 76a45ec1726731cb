import { createHash } from "node:crypto";
import type { Channel } from "#core/law/regime";
import { assert } from "#kit/assert";
import { mainController } from "../main-controller.ts";
import type { Notice } from "../notice.ts";
import { Words } from "./words.ts";

export type Wording = {
  readonly text: string;
  /** SHA-256 (hex) of the text in UTF-8; a choice keeps it. */
  readonly sha256: string;
};

/**
 * The words under which a consent is asked: who, which data, what for, by which channel, about
 * which topic, that it can be withdrawn, and which version of the notice says more. The same scope
 * of the same version always has the same words, so the hash names them.
 * @param scope a purpose of the notice, optionally narrowed.
 */
export function consentWording(
  notice: Notice,
  scope: { readonly purpose: string; readonly channel?: Channel; readonly topic?: string },
  language: string,
): Wording {
  const purpose = notice.purposes.get(scope.purpose);
  assert(purpose !== undefined, `the notice has no purpose \`${scope.purpose}\``);
  const words = new Words(notice, language);
  const lines = [
    words.say("wording.agree", {
      controller: mainController(notice)?.name ?? "",
      categories: words.categories(purpose.categories),
      purpose: words.text(purpose.name),
      about: words.text(purpose.about),
    }),
  ];
  if (scope.channel !== undefined) {
    lines.push(words.say("wording.channel", { channel: words.say(`channel.${scope.channel}`) }));
  } else if (purpose.channels.size > 0) {
    const channels = words.list([...purpose.channels].map((each) => words.say(`channel.${each}`)));
    lines.push(words.say("wording.channels", { channels }));
  }
  if (scope.topic !== undefined) {
    lines.push(words.say("wording.topic", { topic: words.topic(scope.topic) }));
  }
  const { version } = notice;
  lines.push(words.say("wording.withdraw", { title: words.text(notice.title), version }));
  const text = lines.join(" ");
  return { text, sha256: createHash("sha256").update(text, "utf8").digest("hex") };
}
