import { seeded } from "./random.ts";

export type DemoPerson = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly company: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly language: "en" | "fr" | "de";
};

type Place = {
  readonly country: string;
  readonly language: DemoPerson["language"];
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly company: readonly string[];
  /**
   * Numbers that regulators keep for fiction (Ofcom, ARCEP, BNetzA) or that nobody can be given.
   */
  readonly phone: (n: number) => string;
};

const digits = (n: number, length: number) => String(n).padStart(length, "0");

const PLACES: readonly Place[] = [
  {
    country: "GB",
    language: "en",
    given: [
      "Amelia",
      "Oliver",
      "Priya",
      "Callum",
      "Zara",
      "Hugh",
      "Niamh",
      "Kofi",
      "Edith",
      "Rhys",
    ],
    family: [
      "Ashdown",
      "Okafor",
      "Pemberton",
      "Sharma",
      "Llewellyn",
      "Drummond",
      "Fairweather",
      "Nwosu",
    ],
    company: [
      "Harbour & Pine",
      "Brightwater Foods",
      "Copperfield Travel",
      "Kestrel Outdoor",
      "Thistle Retail",
    ],
    phone: (n) => `+44 20 7946 0${digits(n % 1000, 3)}`,
  },
  {
    country: "FR",
    language: "fr",
    given: [
      "Camille",
      "Léo",
      "Inès",
      "Mathis",
      "Anaïs",
      "Baptiste",
      "Chloé",
      "Youssef",
      "Élodie",
      "Rémi",
    ],
    family: [
      "Delacourt",
      "Moreau-Vidal",
      "Benali",
      "Fontanel",
      "Guérin",
      "Lemoine",
      "Rousselet",
      "Traoré",
    ],
    company: [
      "Maison Verdier",
      "Atelier Lumen",
      "Voyages Azur",
      "Cave des Halles",
      "Librairie Pascale",
    ],
    phone: (n) => `+33 1 99 00 ${digits(Math.floor(n / 100) % 100, 2)} ${digits(n % 100, 2)}`,
  },
  {
    country: "DE",
    language: "de",
    given: [
      "Lena",
      "Jonas",
      "Aylin",
      "Matthias",
      "Greta",
      "Emre",
      "Frieda",
      "Tobias",
      "Sophie",
      "Nils",
    ],
    family: [
      "Brandmeier",
      "Yıldız",
      "Hollstein",
      "Krüger",
      "Lindenau",
      "Petersen",
      "Schönfeld",
      "Wieland",
    ],
    company: [
      "Nordkiste Versand",
      "Alpenglas",
      "Stadtwerk Mode",
      "Morgenrot Kaffee",
      "Bücherhafen",
    ],
    phone: (n) => `+49 30 23125 ${digits(n % 1000, 3)}`,
  },
];

const TITLES = [
  "Head of CRM",
  "Marketing Manager",
  "E-mail Specialist",
  "E-commerce Director",
  "Data Analyst",
  "Founder",
] as const;

/** @param count how many people; the same count gives the same people. */
export function demoPeople(count: number): readonly DemoPerson[] {
  const random = seeded(20_170_913);
  return Array.from({ length: count }, (_, index) => {
    const place = random.pick(PLACES);
    const given = random.pick(place.given);
    const family = random.pick(place.family);
    const company = random.pick(place.company);
    return {
      name: `${given} ${family}`,
      email: `${plain(given)}.${plain(family)}.${index + 1}@${plain(company)}.example`,
      phone: place.phone(random.below(100_000)),
      jobTitle: random.pick(TITLES),
      company,
      country: place.country,
      language: place.language,
    };
  });
}

/** Letters and digits without marks, as an address is commonly written. */
function plain(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase();
  return bare.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
