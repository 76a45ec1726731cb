import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "#platform/config/config";
import type { Log } from "#platform/log/log";
import { type Mailbox, openMailbox } from "#platform/smtp/mailbox";
import { type Outgoing, openOutgoing } from "#platform/smtp/outgoing";
import { outgoingFrom, outgoingTo } from "#platform/smtp/outgoing-settings";

const LETTERS_MAX = 5_000;

/** Out through the configured server, else into the development mailbox: in both cases by SMTP. */
export async function openMail(
  config: Config,
  clock: () => number,
  log: Log,
): Promise<{ readonly outgoing: Outgoing; readonly mailbox: Mailbox | null }> {
  if (config.smtp !== null) {
    return { outgoing: openOutgoing(outgoingFrom(config.smtp, config.mailDomain)), mailbox: null };
  }
  const mailbox = await openMailbox({
    folder: join(config.data, "mailbox"),
    port: 0,
    lettersMax: LETTERS_MAX,
    clock,
    newSuffix: () => randomBytes(6).toString("hex"),
    onError: (err) => log.error({ event: "mailbox.failed", err }),
  });
  const outgoing = openOutgoing(outgoingTo("127.0.0.1", mailbox.port, config.mailDomain));
  return { outgoing, mailbox };
}
