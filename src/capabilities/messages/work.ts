import type { Permit } from "#core/gate/permit";
import type { Subject } from "#core/gate/subject";
import type { Use } from "#core/gate/use";
import type { MessageClass, Notice } from "#core/notice/notice";
import type { Gate } from "#gate";
import type { Tx } from "#platform/database/database";
import type { MailTransport, OutgoingMail } from "#platform/smtp/transport";
import type { Vault } from "#vault";
import {
  type MessageRow,
  markBegun,
  markClaimed,
  markEnded,
  nextWaiting,
  putBack,
} from "./store.ts";

/** Subject line and body of a mail, made at the moment of sending. */
export type Rendered = { readonly subject: string; readonly text: string; readonly html: string };

export type TemplateInput = {
  readonly tx: Tx;
  readonly message: MessageRow;
  readonly notice: Notice;
  /** Where this reader leaves: pages by https, mail by address. Null for messages that have no way out. */
  readonly unsubscribe: { readonly page: string; readonly mail: string } | null;
  readonly sender: Sender;
};

export type Sender = {
  readonly name: string;
  readonly email: string;
  readonly address: string | null;
};
export type Template = (input: TemplateInput) => Promise<Rendered | null>;

export type MessageDeps = {
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly inForce: (tx: Tx) => Promise<Notice | null>;
  readonly transport: MailTransport;
  readonly templates: { readonly [name: string]: Template };
  readonly unsubscribeLinks: (message: MessageRow) => {
    readonly page: string;
    readonly mail: string;
  };
  readonly returnPath: (message: MessageRow) => string;
  readonly mailDomain: string;
  readonly clock: () => number;
  /** Called once a message has ended, in a transaction of its own; for whoever waits for it. */
  readonly ended: (message: MessageRow, state: "sent" | "failed" | "denied") => Promise<void>;
};

/** Longer than every bound of the SMTP talk, so that a live worker has ended before its lease does. */
const LEASE_MS = 90_000;
const ATTEMPTS_MAX = 6;
const BACKOFF_MS = [10_000, 60_000, 300_000, 1_800_000, 7_200_000];

type Claim = {
  readonly message: MessageRow;
  readonly mail: OutgoingMail;
  readonly leaseUntil: Date;
};
type Claimed = Claim | { readonly message: MessageRow; readonly denied: string } | null;

/** Sends one message of a bucket. @returns false when nothing waits there. */
export async function workOnce(deps: MessageDeps, bucket: number): Promise<boolean> {
  const claimed = await deps.inTransaction((tx) => claim(deps, tx, bucket));
  if (claimed === null) return false;
  if ("denied" in claimed) {
    await deps.ended(claimed.message, "denied");
    return true;
  }
  const { message, mail, leaseUntil } = claimed;
  const ours = await deps.inTransaction((tx) =>
    markBegun(tx, message, leaseUntil, new Date(deps.clock())),
  );
  // From here to MAIL FROM there is one turn of the loop; a process frozen just here is the known limit (GATE.md).
  if (!ours || deps.clock() >= leaseUntil.getTime()) return true;
  const result = await deps.transport.send(mail);
  const now = new Date(deps.clock());
  const again = message.attempts + 1 < ATTEMPTS_MAX;
  await deps.inTransaction(async (tx) => {
    if (result.sent) return markEnded(tx, message, "sent", result.code, now);
    if (message.marketing && result.begun && !result.permanent) {
      return markEnded(tx, message, "ambiguous", result.code, now);
    }
    if (result.permanent || !again) return markEnded(tx, message, "failed", result.code, now);
    const wait = BACKOFF_MS[message.attempts] ?? BACKOFF_MS.at(-1) ?? 0;
    return putBack(tx, message, new Date(now.getTime() + wait), result.code);
  });
  if (result.sent) await deps.ended(message, "sent");
  else if (result.permanent || !again) await deps.ended(message, "failed");
  return true;
}

/** Claim and decision in one transaction, with the person's rows held for share to its end. */
async function claim(deps: MessageDeps, tx: Tx, bucket: number): Promise<Claimed> {
  const now = deps.clock();
  const message = await nextWaiting(tx, bucket, new Date(now));
  if (message === null) return null;
  const notice = await deps.inForce(tx);
  const given = notice === null ? null : notice.messageClasses.get(message.class);
  if (notice === null || given === undefined || given === null) {
    return deny(tx, message, "no-notice", now);
  }
  await deps.gate.lock(tx, [message.subjectId], "share");
  const subject = (await deps.gate.subjects(tx, [message.subjectId])).get(message.subjectId);
  const use = useOf(message, subject);
  if (use === null) return deny(tx, message, "address-gone", now);
  const { decision, permit } = await deps.gate.ask(tx, message.subjectId, use);
  if (!decision.allowed || permit === null) {
    const codes = decision.allowed
      ? "no-permit"
      : decision.reasons.map(({ code }) => code).join(" ");
    return deny(tx, message, codes.slice(0, 200), now);
  }
  const mail = await compose(deps, tx, message, notice, given, permit);
  if (mail === null) return deny(tx, message, "nothing-to-say", now);
  const leaseUntil = new Date(now + LEASE_MS);
  await markClaimed(tx, message, leaseUntil);
  return { message, mail, leaseUntil };
}

async function deny(tx: Tx, message: MessageRow, denied: string, now: number): Promise<Claimed> {
  await markEnded(tx, message, "denied", denied, new Date(now));
  return { message, denied };
}

/** What the gate is asked: this purpose, to this address, with parts of this class only. */
function useOf(message: MessageRow, subject: Subject | undefined): Use | null {
  const value = subject?.values?.find(({ id }) => id === message.addressId);
  if (value === undefined) return null;
  return {
    kind: "contact",
    purpose: message.purpose,
    categories: [value.category],
    channel: "email",
    address: message.addressId,
    messageClass: message.class,
    partClasses: [message.class],
    compartment: value.compartment,
    ...(message.topic === null ? {} : { topic: message.topic }),
    ...(message.family === null ? {} : { family: message.family }),
  };
}

async function compose(
  deps: MessageDeps,
  tx: Tx,
  message: MessageRow,
  notice: Notice,
  given: MessageClass,
  permit: Permit,
): Promise<OutgoingMail | null> {
  const to = (await deps.vault.open(tx, permit)).get(message.addressId);
  const sender = given.sender ?? privacySender(notice);
  const template = deps.templates[message.template];
  if (to === undefined || sender === null || template === undefined) return null;
  const unsubscribe = given.marketing ? deps.unsubscribeLinks(message) : null;
  const rendered = await template({ tx, message, notice, unsubscribe, sender });
  if (rendered === null) return null;
  const messageId = `<${message.messageId}@${deps.mailDomain}>`;
  return {
    messageId,
    from: { name: sender.name, address: sender.email },
    to,
    returnPath: deps.returnPath(message),
    ...rendered,
    headers: {
      ...listHeaders(message, sender, unsubscribe, deps.mailDomain),
      ...repeatHeader(message),
    },
  };
}

/** Service and legal mail without a sender of its own comes from the address for privacy matters. */
function privacySender(notice: Notice): Sender | null {
  const contact = notice.contacts.find(({ kind }) => kind === "privacy");
  const [controller] = notice.controllers.values();
  if (contact === undefined || controller === undefined) return null;
  return { name: controller.name, email: contact.email, address: controller.address };
}

/** RFC 2369, RFC 2919 and RFC 8058 for marketing; RFC 3834 for what a machine says of itself. */
function listHeaders(
  message: MessageRow,
  sender: Sender,
  unsubscribe: TemplateInput["unsubscribe"],
  domain: string,
): { readonly [name: string]: string } {
  if (unsubscribe === null) return { "Auto-Submitted": "auto-generated" };
  const topic = message.topic ?? message.purpose;
  return {
    "List-Unsubscribe": `<${unsubscribe.page}>, <mailto:${unsubscribe.mail}?subject=unsubscribe>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `<${topic}.${domain}>`,
    "List-Owner": `<mailto:${sender.email}>`,
    "List-Post": "NO",
    "Feedback-ID": `${message.campaignId ?? "none"}:${topic}:${message.class}:fairnotice`,
  };
}

function repeatHeader(message: MessageRow): { readonly [name: string]: string } {
  return message.params.repeat === undefined ? {} : { "X-Fairnotice-Repeat": "yes" };
}
