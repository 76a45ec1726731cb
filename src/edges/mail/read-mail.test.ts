import { expect, test } from "vitest";
import { isWish } from "./read-mail.ts";

test.each([
  "unsubscribe",
  "STOP",
  "Stop!",
  "Please stop.",
  "Please unsubscribe me",
  "Unsubscribe me from this list, thanks",
  "Please take me off your list",
  "Remove me",
  "Stop sending me these mails",
  "I would like to unsubscribe",
  "opt-out please",
  "No more e-mails",
  "Don’t send me any more newsletters",
  "Bitte abmelden.",
  "Abmeldung",
  "Ich möchte den Newsletter abbestellen",
  "Bitte nehmen Sie mich aus dem Verteiler",
  "Keine E-Mails mehr!",
  "Tragen Sie mich bitte aus",
  "Désabonnement",
  "Veuillez me désabonner",
  "Désabonnez-moi",
  "Je ne veux plus recevoir vos lettres",
  "Arrêtez vos envois",
  "Merci de me retirer de la liste",
])("%s: heard", (line) => {
  expect(isWish(line)).toBe(true);
});

test.each([
  "Can't stop reading you",
  "Can’t stop reading you",
  "I never want to unsubscribe from this",
  "Your tips helped me stop worrying",
  "Where is the next bus stop?",
  "She wrote “please stop” in her article",
  "How many people opt out each month?",
  "Ich will mich nicht abmelden",
  "Ich kann nicht aufhören, Sie zu lesen",
  "Der letzte Stopp der Reise war Ulm",
  "Je ne me désabonne pas, au contraire",
  "Un arrêt de bus devant chez vous ?",
  "Thanks for the newsletter",
  "",
  `please stop ${"x".repeat(200)}`,
])("%s: for a person to read", (line) => {
  expect(isWish(line)).toBe(false);
});
