import { BUILT_IN_MESSAGE_CLASSES } from "../built-in.ts";
import type { Manifest } from "../manifest-schema.ts";
import type { Contact, Controller, MessageClass, Notice, Recipient, Transfer } from "../notice.ts";
import { say } from "../render/messages.ts";
import { section, type Texts } from "./texts.ts";

export function compileControllers(
  manifest: Manifest,
  texts: Texts,
): ReadonlyMap<string, Controller> {
  return section(manifest.controllers, (given, id) => ({
    id,
    name: given.name,
    country: given.country,
    charity: given.charity ?? false,
    role: given.role,
    address: given.address ?? null,
    registration: given.registration ?? null,
    about: texts.orNull(given.about),
    email: given.email ?? null,
    phone: given.phone ?? null,
    url: given.url ?? null,
    representatives: (given.representatives ?? []).map((each) => ({
      ...each,
      email: each.email ?? null,
      for: each.for ?? [],
    })),
  }));
}

export function compileContacts(manifest: Manifest, texts: Texts): readonly Contact[] {
  return Object.entries(manifest.contacts).map(([id, given]) => ({
    id,
    kind: given.kind,
    name: given.name ?? null,
    email: given.email,
    phone: given.phone ?? null,
    address: given.address ?? null,
    url: given.url ?? null,
    about: texts.orNull(given.about),
  }));
}

export function compileRecipients(
  manifest: Manifest,
  texts: Texts,
): ReadonlyMap<string, Recipient> {
  return section(manifest.recipients, (given, id) => ({
    id,
    name: texts.of(given.name),
    named: given.named ?? true,
    about: texts.orNull(given.about),
    url: given.url ?? null,
    address: given.address ?? null,
    email: given.email ?? null,
    notice: given.notice ?? null,
    subprocessors: given.subprocessors ?? null,
    california: given.california ?? null,
    role: given.role,
    countries: given.countries,
    onward: given.onward ?? [],
    discloses: given.discloses.map(({ purpose, categories }) => ({
      purpose,
      categories: new Set(categories),
    })),
  }));
}

export function compileTransfers(manifest: Manifest, texts: Texts): readonly Transfer[] {
  return Object.entries(manifest.recipients ?? {}).flatMap(([recipient, given]) =>
    (given.transfers ?? []).map(({ kind, mechanism, condition, about, copy }) => ({
      recipient,
      mechanism,
      kind,
      condition: condition ?? null,
      about: texts.orNull(about),
      copy: texts.orNull(copy),
    })),
  );
}

export function compileMessageClasses(manifest: Manifest, texts: Texts): Notice["messageClasses"] {
  const classes = new Map<string, MessageClass>();
  const senderOf = (id: string) => {
    const sender = manifest.messageClasses?.[id]?.sender;
    return sender === undefined ? null : { ...sender, address: sender.address ?? null };
  };
  for (const [id, { marketing }] of Object.entries(BUILT_IN_MESSAGE_CLASSES)) {
    const key = id as keyof typeof BUILT_IN_MESSAGE_CLASSES;
    const name = texts.each((language) => say(language, `class.${key}`));
    classes.set(id, { id, name, marketing, builtIn: true, sender: senderOf(id) });
  }
  for (const [id, given] of Object.entries(manifest.messageClasses ?? {})) {
    if (classes.has(id)) continue;
    const name = texts.of(given.name ?? id);
    const marketing = given.marketing ?? false;
    classes.set(id, { id, name, marketing, builtIn: false, sender: senderOf(id) });
  }
  return classes;
}
