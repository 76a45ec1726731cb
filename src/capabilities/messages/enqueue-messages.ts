import type { Tx } from "#platform/database/database";
import { refuse } from "./errors.ts";
import { withinLimits } from "./limit-asked.ts";
import type { NewMessage } from "./message.ts";
import type { MessageDeps } from "./ports.ts";
import { insertMessages } from "./store.ts";

/** As many as the largest page of a campaign. */
const AT_ONCE_MAX = 5_000;
const CODE = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/**
 * Queues messages in the caller's transaction; one whose id is queued already stays as it is.
 * Whether each may be sent is asked when it is sent.
 * @returns how many are new; one that is bounded for its address and held back is not.
 * @throws Refusal `message.unknown_class`, `message.unknown_template`, `message.wrong_class` (a
 * marketing template as service, and the other way
 *   round: promise P17), `message.bad_parameter`.
 */
export async function enqueueMessages(
  deps: Pick<
    MessageDeps,
    | "askedByAnyone"
    | "clock"
    | "inForce"
    | "marketingTemplates"
    | "onLimited"
    | "people"
    | "templates"
  >,
  tx: Tx,
  messages: readonly NewMessage[],
): Promise<number> {
  const notice = (await deps.inForce(tx)) ?? refuse("message.no_notice");
  for (const message of messages) {
    const given =
      notice.messageClasses.get(message.class) ??
      refuse("message.unknown_class", { class: message.class.slice(0, 64) });
    if (!Object.hasOwn(deps.templates, message.template)) {
      refuse("message.unknown_template", { template: message.template.slice(0, 64) });
    }
    const marketing = deps.marketingTemplates.has(message.template);
    if (marketing !== given.marketing || marketing !== message.marketing) {
      refuse("message.wrong_class", { class: given.id, template: message.template });
    }
    checkCodes(message);
  }
  let queued = 0;
  for (let start = 0; start < messages.length; start += AT_ONCE_MAX) {
    const page = await withinLimits(deps, tx, messages.slice(start, start + AT_ONCE_MAX));
    queued += await insertMessages(tx, page, new Date(deps.clock()));
  }
  return queued;
}

/**
 * No personal value gets into the queue: what cannot hold a sentence or an address cannot hold one.
 */
function checkCodes({ params, language, template }: NewMessage): void {
  for (const [name, value] of Object.entries(params)) {
    if (!CODE.test(value) || !CODE.test(name)) {
      refuse("message.bad_parameter", { template, parameter: name.slice(0, 64) });
    }
  }
  if (!LANGUAGE.test(language))
    refuse("message.bad_parameter", { template, parameter: "language" });
}
