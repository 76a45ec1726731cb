import { type CollectionPorts, type Submission, submitForm } from "#collection";
import { explain } from "#core/explain/explain";
import { consentWording } from "#core/notice/render/wording";
import type { House } from "#edges/house";
import { html } from "#kit/html";
import type { Tx } from "#platform/database/database";
import type { FormPort } from "./ports.ts";
import { formOfExtract } from "./renderings.ts";

const DAY = 24 * 3600;

/** The gated documents of the site. */
export type Library = {
  /** Codes of those that a form of the notice gives. */
  assetsOf(form: string): readonly string[];
  read(
    asset: string,
    language: string,
  ): { readonly title: string; readonly body: readonly string[] } | null;
};

/** Forms, proofs of address, and the gated library, for the public pages. */
export function answerForms(
  house: House,
  library: Library,
): FormPort & {
  submitWith(submission: Omit<Submission, "demo">, demo: boolean): ReturnType<FormPort["submit"]>;
} {
  const ports = collectionPorts(house, library);
  const submitWith = (submission: Omit<Submission, "demo">, demo: boolean) =>
    house.inTransaction(async (tx) => {
      const notice = await house.notices.inForce(tx);
      return submitForm(ports, tx, notice, { ...submission, demo });
    });
  return {
    form: (notice, id) => notice.forms.get(id) ?? null,
    submitWith,
    // While the house shows its demo, who writes is a person of the demo too, and leaves with it.
    submit: (submission) => submitWith(submission, house.config.demo),
    looksGood: (token) => lives(house, house.tokens.read("confirm-address", token)),
    async confirm(token) {
      const proven = await prove(house, house.tokens.read("confirm-address", token));
      if (proven === null) return null;
      return { preferences: house.tokens.issue("preferences", proven, DAY) };
    },
    asset: (token) => openAsset(house, library, token),
    async confirmAsset(token) {
      const proven = await prove(house, house.tokens.read("asset", token));
      return proven === null ? null : openAsset(house, library, token);
    },
  };
}

type Sealed = { readonly [name: string]: string } | null;

/** Whether the person and the address are still there: a link of somebody erased leads nowhere. */
async function lives(house: House, sealed: Sealed): Promise<boolean> {
  const { subject, address } = sealed ?? {};
  if (subject === undefined || address === undefined) return false;
  return house.inTransaction((tx) => house.people.lives(tx, subject, address));
}

async function prove(house: House, sealed: Sealed) {
  const { subject, address } = sealed ?? {};
  if (subject === undefined || address === undefined) return null;
  const proved = await house.inTransaction((tx) => house.people.proveAddress(tx, subject, address));
  return proved ? { subject, address } : null;
}

/**
 * The document behind a link. The link itself is the access, so reading proves nothing: programs
 * that test links read, too.
 */
async function openAsset(house: House, library: Library, token: string) {
  const { subject, address, asset } = house.tokens.read("asset", token) ?? {};
  if (subject === undefined || address === undefined || asset === undefined) return null;
  const known = await house.inTransaction(async (tx) => {
    if (!(await house.people.lives(tx, subject, address))) return null;
    const person = (await house.gate.subjects(tx, [subject])).get(subject);
    const proven = person?.addresses?.some((each) => each.id === address && each.verified) === true;
    return { proven, language: (await house.people.of(tx, [subject]))[0]?.language ?? "en" };
  });
  const found = known === null ? null : library.read(asset, known.language);
  if (known === null || found === null) return null;
  const body = html`<article class="prose"><h1>${found.title}</h1>${found.body.map(
    (paragraph) => html`<p>${paragraph}</p>`,
  )}</article>`;
  return { title: found.title, html: body, proven: known.proven };
}

function collectionPorts(house: House, library: Library): CollectionPorts {
  return {
    async wasShown(tx, { version }, form, language, sha256) {
      const shown = await house.notices.shown(tx, sha256);
      return (shown?.places ?? []).some(
        (place) =>
          place.kind === "extract" &&
          place.version === version &&
          place.language === language &&
          formOfExtract(place.part) === form,
      );
    },
    assetsOf: library.assetsOf,
    async collect(tx, request) {
      const collected = await house.people.collect(tx, request);
      if (collected.collected) return collected;
      const notice = await house.notices.inForce(tx);
      const use = { kind: "collect" as const, purpose: request.purposes[0] ?? "", categories: [] };
      const sentence =
        notice === null ? "" : explain(collected.denied, notice, use, request.language);
      return { collected: false, sentence };
    },
    async grant(tx, requests) {
      const receipts: string[] = [];
      for (const { subjectId, offer, language } of requests) {
        const notice = await house.notices.inForce(tx);
        if (notice === null) continue;
        const scope = {
          purpose: offer.purpose,
          ...(offer.channel === null ? {} : { channel: offer.channel }),
          ...(offer.topic === null ? {} : { topic: offer.topic }),
        };
        const wording = consentWording(notice, scope, language);
        await keepWording(house, tx, notice.version, language, scope.purpose, wording.text);
        const act = {
          ...scope,
          act: "grant" as const,
          wording: wording.sha256,
          namedSignal: false,
          refusalsShown: [],
        };
        const { facts } = await house.choices.record(tx, notice, subjectId, [act], "explicit");
        receipts.push(...facts.map((fact) => receiptId(house, fact)));
      }
      return receipts;
    },
    async sendProof(tx, { subjectId, addressId, language, asset }) {
      await house.messages.enqueue(tx, [
        {
          subjectId,
          messageId: house.newId(),
          class: "service",
          purpose: "confirm-address",
          topic: null,
          family: null,
          campaignId: null,
          template: asset === null ? "confirm" : "asset",
          params: asset === null ? {} : { asset },
          language,
          addressId,
          marketing: false,
        },
      ]);
    },
    keyedHash: (text) => house.vault.keyedHash(text),
    newId: house.newId,
    clock: house.clock,
  };
}

/**
 * The words of a consent are kept under their hash, so that they can be shown again beside the
 * choice.
 */
export async function keepWording(
  house: House,
  tx: Tx,
  version: number,
  language: string,
  scope: string,
  text: string,
): Promise<void> {
  await house.notices.keepShown(tx, version, "wording", language, scope, text);
}

const RECEIPT_SECONDS = 10 * 365 * DAY;

/**
 * Address of a receipt: sealed, for a receipt opens what the log commits to, and is the person's
 * own.
 */
export function receiptId(
  house: Pick<House, "tokens">,
  fact: { readonly subjectId: string; readonly position: number },
): string {
  const content = { subject: fact.subjectId, position: String(fact.position) };
  return house.tokens.issue("receipt", content, RECEIPT_SECONDS);
}
