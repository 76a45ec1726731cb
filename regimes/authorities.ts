/**
 * Supervisory authorities for data protection by country (ISO 3166-1 alpha-2): members of the
 * European Data Protection Board with those of Iceland, Liechtenstein and Norway (edpb.europa.eu,
 * "Our members"), the United Kingdom and Switzerland. Names as the authorities use them themselves.
 * A state whose regions have authorities of their own is named by the one that represents it.
 */
export type Supervisor = {
  readonly name: string;
  /** Language of the name. */
  readonly language: string;
  readonly url: string;
  /** Regime under which it supervises. */
  readonly regime: "eu" | "uk" | "ch";
};

const EEA: readonly (readonly [country: string, language: string, name: string, url: string])[] = [
  ["AT", "de", "Datenschutzbehörde", "https://www.dsb.gv.at/"],
  ["BE", "fr", "Autorité de protection des données", "https://www.autoriteprotectiondonnees.be/"],
  ["BG", "en", "Commission for Personal Data Protection", "https://www.cpdp.bg/"],
  ["CY", "en", "Commissioner for Personal Data Protection", "https://www.dataprotection.gov.cy/"],
  ["CZ", "cs", "Úřad pro ochranu osobních údajů", "https://uoou.gov.cz/"],
  [
    "DE",
    "de",
    "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit",
    "https://www.bfdi.bund.de/",
  ],
  ["DK", "da", "Datatilsynet", "https://www.datatilsynet.dk/"],
  ["EE", "et", "Andmekaitse Inspektsioon", "https://www.aki.ee/"],
  ["ES", "es", "Agencia Española de Protección de Datos", "https://www.aepd.es/"],
  ["FI", "fi", "Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi/"],
  [
    "FR",
    "fr",
    "Commission nationale de l’informatique et des libertés (CNIL)",
    "https://www.cnil.fr/",
  ],
  ["GR", "en", "Hellenic Data Protection Authority", "https://www.dpa.gr/"],
  ["HR", "hr", "Agencija za zaštitu osobnih podataka", "https://azop.hr/"],
  ["HU", "hu", "Nemzeti Adatvédelmi és Információszabadság Hatóság", "https://www.naih.hu/"],
  ["IE", "en", "Data Protection Commission", "https://www.dataprotection.ie/"],
  ["IS", "is", "Persónuvernd", "https://www.personuvernd.is/"],
  ["IT", "it", "Garante per la protezione dei dati personali", "https://www.garanteprivacy.it/"],
  ["LI", "de", "Datenschutzstelle", "https://www.datenschutzstelle.li/"],
  ["LT", "lt", "Valstybinė duomenų apsaugos inspekcija", "https://vdai.lrv.lt/"],
  ["LU", "fr", "Commission nationale pour la protection des données", "https://cnpd.public.lu/"],
  ["LV", "lv", "Datu valsts inspekcija", "https://www.dvi.gov.lv/"],
  ["MT", "en", "Information and Data Protection Commissioner", "https://idpc.org.mt/"],
  ["NL", "nl", "Autoriteit Persoonsgegevens", "https://autoriteitpersoonsgegevens.nl/"],
  ["NO", "no", "Datatilsynet", "https://www.datatilsynet.no/"],
  ["PL", "pl", "Urząd Ochrony Danych Osobowych", "https://uodo.gov.pl/"],
  ["PT", "pt", "Comissão Nacional de Proteção de Dados", "https://www.cnpd.pt/"],
  [
    "RO",
    "ro",
    "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal",
    "https://www.dataprotection.ro/",
  ],
  ["SE", "sv", "Integritetsskyddsmyndigheten", "https://www.imy.se/"],
  ["SI", "sl", "Informacijski pooblaščenec", "https://www.ip-rs.si/"],
  [
    "SK",
    "sk",
    "Úrad na ochranu osobných údajov Slovenskej republiky",
    "https://dataprotection.gov.sk/",
  ],
];

export const SUPERVISORS: ReadonlyMap<string, Supervisor> = new Map<string, Supervisor>([
  ...EEA.map(
    ([country, language, name, url]) => [country, { name, language, url, regime: "eu" }] as const,
  ),
  [
    "GB",
    { name: "Information Commissioner", language: "en", url: "https://ico.org.uk/", regime: "uk" },
  ],
  [
    "CH",
    {
      name: "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB)",
      language: "de",
      url: "https://www.edoeb.admin.ch/",
      regime: "ch",
    },
  ],
]);
