import type { House } from "#edges/house";
import {
  type ArrivedMail,
  INCOMING_LIMITS,
  type Incoming,
  listenForMail,
  MailRefused,
} from "#platform/smtp/incoming";
import { parseMail } from "#platform/smtp/letter";
import { leaveByAddress, leaveByToken } from "./leave-by-mail.ts";
import { answersAutomatically, reportsOf, wantsOut } from "./read-mail.ts";

/**
 * Takes in the mail that comes back: reports on what we sent (`b+TOKEN@`), the way out of a list
 * (`u+TOKEN@`, RFC 2369), and answers to the address that sends marketing. Nothing of a mail is
 * kept; what is for people to read belongs into the organisation's own mailbox, and the sender is
 * told so.
 * @returns null where no incoming mail is configured.
 */
export async function routeMail(house: House): Promise<Incoming | null> {
  const { smtpIn, mailDomain, host } = house.config;
  if (smtpIn === null) return null;
  return listenForMail({
    host,
    port: smtpIn,
    name: mailDomain,
    limits: INCOMING_LIMITS,
    accepts: async (recipient) => {
      if (placeOf(recipient, mailDomain) !== null) return true;
      return (await marketingSenders(house)).has(recipient.toLowerCase());
    },
    deliver: (mail) => take(house, mail),
    onError: (err) => house.log.error({ event: "mail-in.failed", err }),
  });
}

type Place = { readonly for: "bounce" | "way-out"; readonly token: string };

function placeOf(recipient: string, mailDomain: string): Place | null {
  const [, letter, token = "", domain = ""] =
    /^([ub])\+([a-z2-7]{48})@(.+)$/i.exec(recipient) ?? [];
  if (letter === undefined || domain.toLowerCase() !== mailDomain.toLowerCase()) return null;
  return { for: letter.toLowerCase() === "b" ? "bounce" : "way-out", token };
}

/** Addresses that marketing comes from: people answer them. */
async function marketingSenders(house: House): Promise<ReadonlySet<string>> {
  const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
  const classes = [...(notice?.messageClasses.values() ?? [])].filter(({ marketing }) => marketing);
  return new Set(
    classes.flatMap(({ sender }) => (sender === null ? [] : [sender.email.toLowerCase()])),
  );
}

async function take(house: House, mail: ArrivedMail): Promise<void> {
  for (const recipient of mail.to) {
    const place = placeOf(recipient, house.config.mailDomain);
    if (place?.for === "bounce") await takeReport(house, place.token, mail);
    // Whoever has the token has the letter that it stood in; no more needs to be said.
    else if (place?.for === "way-out") await leaveByToken(house, place.token);
    else await takeAnswer(house, mail);
  }
}

/** RFC 3464. A token that is not ours, or too old, is told to the one who sent it. */
async function takeReport(house: House, token: string, mail: ArrivedMail): Promise<void> {
  const messageId = house.tokens.readFromAddress("return-path", token);
  if (messageId === null) throw new MailRefused(550, "5.1.1 no such mailbox here");
  for (const report of reportsOf(await parseMail(mail.raw))) {
    await house.inTransaction((tx) => house.messages.recordBounce(tx, messageId, report));
  }
}

async function takeAnswer(house: House, mail: ArrivedMail): Promise<void> {
  const parsed = await parseMail(mail.raw);
  // An answer that a machine wrote quotes words that its owner did not mean; and it gets no answer
  // (RFC 3834).
  if (mail.from === "" || answersAutomatically(parsed)) return;
  if (!wantsOut(parsed)) {
    const privacy = await privacyAddress(house);
    throw new MailRefused(
      550,
      `5.7.1 only wishes to leave are read here; please write to ${privacy}`,
    );
  }
  await leaveByAddress(house, parsed.from?.value[0]?.address ?? mail.from);
}

async function privacyAddress(house: House): Promise<string> {
  const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
  const contact = notice?.contacts.find(({ kind }) => kind === "privacy");
  return contact?.email ?? `postmaster@${house.config.mailDomain}`;
}
