/**
 * Words by which the lint reads prose, per language. What is said in another language it does not
 * read: it then says nothing, for a guess would be a false alarm.
 */
export type Spoken =
  | "advertising"
  | "marketing"
  | "framework"
  | "commitment"
  | "ftc"
  | "liability"
  | "public-authorities"
  | "opt-out-link"
  | "signal"
  | "sale"
  | "agent"
  | "retaliation"
  | "never-shares"
  | "no-transfers"
  | "no-cookies"
  | "free"
  | "disclaims-security"
  | "screening";

type Words = { readonly [W in Spoken]: RegExp };

const EN: Words = {
  advertising: /advert|\bads?\b|retarget|remarket/,
  marketing: /newsletter|marketing|promotion|\boffers of our\b/,
  framework: /data privacy framework|privacy shield/,
  commitment: /principles/,
  ftc: /federal trade commission|department of transportation/,
  liability: /\bliab|answer for|answerable|responsible for those/,
  "public-authorities": /national security|law enforcement|public authorit|requests of authorit/,
  "opt-out-link": /do not sell or share|your privacy choices/,
  signal: /global privacy control|\bgpc\b|opt-out preference signal/,
  sale: /\b(sell|sells|sold|selling|sale of|share|sharing)\b[^.]{0,40}\b(personal )?(data|information)\b/,
  agent: /authori[sz]ed agent/,
  retaliation: /discriminat|retaliat|treat you (worse|differently)/,
  "never-shares":
    /(never|do not|don't|will not|won't) (share|disclose|pass on|give)\b[^.]{0,40}(data|information|it|them)\b[^.]{0,30}(third part|anyone|anybody|others|any other)/,
  "no-transfers":
    /((never|not|no(thing)?) (leaves?|transferr?(ed)?|go(es)?|sent)\b[^.]{0,40}(outside|beyond|abroad|european|eea|united kingdom|\beu\b|\buk\b|country)|no (international )?transfers?\b)/,
  "no-cookies": /(do not|don't|never) (use|set|place) (any )?cookies|\bno cookies (are|at all)/,
  free: /free of charge|charge nothing|costs? (you )?nothing|without charge|at no cost/,
  "disclaims-security":
    /(cannot|can not|can't|unable to) (guarantee|promise|ensure|warrant)[^.]{0,60}(secur|safe)|(we )?nevertheless cannot promise to be safe/,
  screening: /preference service|do[- ]not[- ]call|\bc?tps\b|bloctel|robinson/,
};

const FR: Words = {
  advertising: /publicit|annonce|reciblage/,
  marketing: /newsletter|lettres? d.information|prospection|marketing|promotion/,
  framework: /data privacy framework|cadre de protection des données|bouclier/,
  commitment: /principes/,
  ftc: /federal trade commission|commission fédérale du commerce/,
  liability: /responsable de ceux|responsabilité|répond(re|ons) de/,
  "public-authorities": /autorités publiques|sécurité nationale|forces de l.ordre/,
  "opt-out-link": /ne pas vendre ni partager|vos choix en matière de confidentialité/,
  signal: /global privacy control|\bgpc\b/,
  sale: /\b(vend(ons|ez|re|ues?)|vente|cession)\b[^.]{0,40}données/,
  agent: /mandataire/,
  retaliation: /discriminat|représailles/,
  "never-shares":
    /(ne (partageons|communiquons|divulguons|transmettons) (jamais|pas)|jamais (partagées|communiquées|divulguées))[^.]{0,80}(tiers|quiconque|personne|autrui)/,
  "no-transfers":
    /(ne (quittent|sont pas transférées|sont jamais transférées)|aucun transfert)[^.]{0,60}(hors|étranger|europ|eee|international|pays)/,
  "no-cookies": /n.utilis(ons|e) (pas de|aucun) cookie|aucun cookie n.est/,
  free: /gratuit|sans frais/,
  "disclaims-security": /ne (pouvons|peut) (pas )?(garantir|promettre)[^.]{0,60}(sécurité|sûr)/,
  screening: /bloctel|liste d.opposition|preference service|robinson/,
};

const DE: Words = {
  advertising: /werb|anzeige/,
  marketing: /newsletter|werbung|werbe|marketing|angebote unserer/,
  framework: /data privacy framework|datenschutzrahmen|datenschutzschild|privacy shield/,
  commitment: /grundsätze/,
  ftc: /federal trade commission/,
  liability: /haft/,
  "public-authorities": /behörden|nationale sicherheit|strafverfolgung/,
  "opt-out-link": /nicht verkaufen oder weitergeben|ihre datenschutz-optionen/,
  signal: /global privacy control|\bgpc\b/,
  sale: /(verkauf[^.]{0,40}daten|daten[^.]{0,40}verkauf)/,
  agent: /bevollmächtigt/,
  retaliation: /diskriminier|benachteilig/,
  "never-shares":
    /((geben|teilen|übermitteln)[^.]{0,60}(nie(mals)?|nicht) (an|mit) (dritte|andere|niemand)|(nie(mals)?|nicht) an dritte (weiter|über))/,
  "no-transfers":
    /(verlassen (nie|nicht)[^.]{0,40}(europ|ewr|land|schweiz)|keine übermittlung[^.]{0,40}(dritt|ausland|drittl))/,
  "no-cookies": /(verwenden|setzen|nutzen) keine cookies/,
  free: /kostenlos|kostenfrei|gebühren erheben wir nicht|unentgeltlich/,
  "disclaims-security":
    /(können|kann)[^.]{0,60}sicherheit[^.]{0,30}nicht (garantieren|gewährleisten|versprechen)/,
  screening: /robinson|sterneintrag|preference service|werbewiderspruch/,
};

const WORDS: { readonly [language: string]: Words } = { en: EN, fr: FR, de: DE };

/** Whether prose of a language says it; null where the lint does not read that language. */
export function says(what: Spoken, language: string, prose: string): boolean | null {
  const words = wordsOf(language);
  return words === null ? null : words[what].test(prose.toLowerCase());
}

function wordsOf(language: string): Words | null {
  const base = language.split("-")[0] ?? language;
  return Object.hasOwn(WORDS, base) ? (WORDS[base] ?? null) : null;
}

type Vague = { readonly anywhere: RegExp; readonly alone: RegExp };

/**
 * Words that say nothing of a purpose, since whatever is done they fit. `alone`: vague in the
 * explanation; a name may say them.
 */
const VAGUE: { readonly [language: string]: Vague } = {
  en: {
    anywhere:
      /\b(business|internal|operational|commercial|other|various) (purposes|reasons|needs|operations|policies)\b|\brunning the business\b|\bgood (practice|governance)\b|\bas (needed|necessary|appropriate)\b/,
    alone: /\bimprov(e|ed|es|ing|ement|ements)\b|\bbetter (service|experience)\b/,
  },
  fr: {
    anywhere:
      /\b(finalités|fins|raisons|besoins) (commerciales|internes|diverses|opérationnelles|professionnelles|autres)|\bautres (fins|finalités)\b|\bbonne gouvernance\b|\bsi nécessaire\b/,
    alone: /améliorer|amélioration/,
  },
  de: {
    anywhere:
      /\b(geschäftliche|interne|betriebliche|sonstige|andere|verschiedene)n? (zwecke|gründe|belange)|\bgute unternehmensführung\b|\bsoweit (nötig|erforderlich)\b/,
    alone: /verbesser(n|t|ung|ungen)\b/,
  },
};

/** The vague words of a purpose's name and explanation, or null. */
export function vagueWords(language: string, name: string, about: string): string | null {
  const base = language.split("-")[0] ?? language;
  const vague = Object.hasOwn(VAGUE, base) ? VAGUE[base] : undefined;
  if (vague === undefined) return null;
  const both = `${name}\n${about}`.toLowerCase();
  return (vague.anywhere.exec(both) ?? vague.alone.exec(about.toLowerCase()))?.[0] ?? null;
}
