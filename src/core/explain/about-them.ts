import type { Sentences } from "./sentences.en.ts";

/**
 * The sentences that speak to the person, as a colleague reads them of somebody else. The others
 * speak of nobody and are the same for both.
 */
export type AboutThem = {
  readonly basis: Sentences["basis"];
  readonly because: Partial<Sentences["because"]>;
};

export const aboutThemEn: AboutThem = {
  basis: {
    consent: "they consented to {purpose}{on}",
    "soft-opt-in":
      "they are a customer, it is about similar products, and they did not refuse {purpose}",
    contract: "{purpose} is needed for what they asked for or ordered",
    "legitimate-interests": "there is a legitimate interest in {purpose}, and they did not object",
    "opt-out": "they may refuse {purpose}, and did not",
    none: "{purpose} is necessary for what they asked for",
  },
  because: {
    "no-regime": "no law that we know covers {what} where they live",
    erased: "they were erased{on}",
    restricted: "they had the use of their data restricted{on}",
    limited: "they limited {purpose}{on}",
    "objected-marketing": "they objected to direct marketing{on}",
    "objected-purpose": "they objected to {purpose}{on}",
    withdrawn: "they withdrew their consent to {purpose}{on}",
    refused: "they refused {purpose}{on}",
    signal: "their browser's privacy signal refused {purpose}{on}",
    "consent-missing": "they had not consented to {purpose}",
    "consent-expired": "their consent to {purpose} has expired",
    "consent-outdated": "{purpose} has changed since they consented",
    "device-choice": "they have not chosen {purpose}",
  },
};

export const aboutThemFr: AboutThem = {
  basis: {
    consent: "la personne a consenti à « {purpose} »{on}",
    "soft-opt-in":
      "la personne est cliente, il s’agit de produits semblables et elle n’a pas refusé « {purpose} »",
    contract: "« {purpose} » est nécessaire à ce que la personne a demandé ou commandé",
    "legitimate-interests":
      "« {purpose} » répond à un intérêt légitime et la personne ne s’y est pas opposée",
    "opt-out": "la personne peut refuser « {purpose} » et ne l’a pas fait",
    none: "« {purpose} » est nécessaire à ce que la personne a demandé",
  },
  because: {
    "no-regime": "aucune loi que nous connaissons ne couvre « {what} » là où vit la personne",
    erased: "la personne a été effacée{on}",
    restricted: "la personne a fait limiter l’usage de ses données{on}",
    limited: "la personne a limité « {purpose} »{on}",
    "objected-marketing": "la personne s’est opposée à la prospection{on}",
    "objected-purpose": "la personne s’est opposée à « {purpose} »{on}",
    withdrawn: "la personne a retiré son consentement à « {purpose} »{on}",
    refused: "la personne a refusé « {purpose} »{on}",
    signal: "le signal de son navigateur a refusé « {purpose} »{on}",
    "consent-missing": "la personne n’avait pas consenti à « {purpose} »",
    "consent-expired": "le consentement de la personne à « {purpose} » a expiré",
    "consent-outdated": "« {purpose} » a changé depuis que la personne a consenti",
    "device-choice": "la personne n’a pas choisi « {purpose} »",
  },
};

export const aboutThemDe: AboutThem = {
  basis: {
    consent: "die Person hat „{purpose}“{on} zugestimmt",
    "soft-opt-in":
      "es ist ein Kunde, es geht um ähnliche Produkte, und „{purpose}“ wurde nicht abgelehnt",
    contract: "„{purpose}“ ist nötig für das, was die Person angefragt oder bestellt hat",
    "legitimate-interests":
      "an „{purpose}“ besteht ein berechtigtes Interesse, und die Person hat nicht widersprochen",
    "opt-out": "die Person darf „{purpose}“ ablehnen und hat es nicht getan",
    none: "„{purpose}“ ist nötig für das, was die Person wünscht",
  },
  because: {
    "no-regime": "kein uns bekanntes Gesetz regelt „{what}“ dort, wo die Person lebt",
    erased: "die Person wurde{on} gelöscht",
    restricted: "die Person hat die Nutzung der eigenen Daten{on} einschränken lassen",
    limited: "die Person hat „{purpose}“{on} begrenzt",
    "objected-marketing": "die Person hat der Direktwerbung{on} widersprochen",
    "objected-purpose": "die Person hat „{purpose}“{on} widersprochen",
    withdrawn: "die Person hat die Einwilligung in „{purpose}“{on} widerrufen",
    refused: "die Person hat „{purpose}“{on} abgelehnt",
    signal: "das Signal des Browsers hat „{purpose}“{on} abgelehnt",
    "consent-missing": "die Person hatte „{purpose}“ nicht zugestimmt",
    "consent-expired": "die Einwilligung der Person in „{purpose}“ ist abgelaufen",
    "consent-outdated": "„{purpose}“ hat sich geändert, seit die Person zugestimmt hat",
    "device-choice": "die Person hat „{purpose}“ nicht gewählt",
  },
};
