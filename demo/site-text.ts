type SitePage = {
  readonly title: string;
  readonly lead: string;
  readonly form: string;
  readonly cards: readonly { readonly title: string; readonly text: string }[];
};

export type SiteText = {
  readonly nav: readonly { readonly href: string; readonly text: string }[];
  readonly pages: { readonly [path: string]: SitePage };
  readonly whitepaper: { readonly title: string; readonly body: readonly string[] };
};

const en: SiteText = {
  nav: [
    { href: "/", text: "Home" },
    { href: "/library", text: "Library" },
    { href: "/contact", text: "Contact" },
  ],
  pages: {
    "/": {
      title: "Letters that people want to open",
      lead: "Northlight Email writes, sends and measures newsletters for small and large senders, and asks first.",
      form: "Our own newsletter",
      cards: [
        {
          title: "Campaign software",
          text: "Write once, in every language of your readers. Each gets theirs.",
        },
        { title: "Delivery service", text: "Mail that arrives, because it was asked for." },
        {
          title: "Fair by design",
          text: "What you promise in your notice is what your mail does.",
        },
      ],
    },
    "/library": {
      title: "Library",
      lead: "What we learned in ten years of sending, written down.",
      form: "Get the whitepaper “Arriving”",
      cards: [
        { title: "Arriving", text: "A guide to deliverability: twelve pages, no jargon." },
        { title: "Asking", text: "How a good question about consent reads, with examples." },
      ],
    },
    "/contact": {
      title: "Contact",
      lead: "Ask us about a product. We answer by the way you choose.",
      form: "Write to us",
      cards: [
        { title: "London", text: "12 Lantern Yard, London E1" },
        { title: "Lyon and Berlin", text: "8 quai des Brumes · Prenzlauer Hof 3" },
      ],
    },
  },
  whitepaper: {
    title: "Arriving: a guide to deliverability",
    body: [
      "Mail arrives where it is expected. The first rule of deliverability is therefore the oldest rule of letters: write to those who asked you to.",
      "Receivers look at three records: SPF says who may send for you, DKIM signs what was sent, DMARC says what to do with the rest. All three must name the domain that readers see.",
      "Let people leave in one click, at once. A reader who cannot leave marks you as spam, and that is remembered longer than any campaign.",
    ],
  },
};

const fr: SiteText = {
  nav: [
    { href: "/", text: "Accueil" },
    { href: "/library", text: "Bibliothèque" },
    { href: "/contact", text: "Contact" },
  ],
  pages: {
    "/": {
      title: "Des lettres que l’on a envie d’ouvrir",
      lead: "Northlight Email rédige, envoie et mesure des lettres d’information pour petits et grands expéditeurs, et demande d’abord.",
      form: "Notre propre lettre",
      cards: [
        {
          title: "Logiciel de campagnes",
          text: "Écrivez dans chaque langue de vos lecteurs. Chacun reçoit la sienne.",
        },
        { title: "Service d’acheminement", text: "Du courrier qui arrive, car il a été demandé." },
        {
          title: "Loyal par principe",
          text: "Ce que promet votre notice, votre courrier le fait.",
        },
      ],
    },
    "/library": {
      title: "Bibliothèque",
      lead: "Ce que dix ans d’envois nous ont appris, par écrit.",
      form: "Recevoir le livre blanc « Arriver »",
      cards: [
        { title: "Arriver", text: "Un guide de la délivrabilité : douze pages, sans jargon." },
        {
          title: "Demander",
          text: "À quoi ressemble une bonne question de consentement, avec des exemples.",
        },
      ],
    },
    "/contact": {
      title: "Contact",
      lead: "Interrogez-nous sur un produit. Nous répondons par le moyen que vous choisissez.",
      form: "Écrivez-nous",
      cards: [
        { title: "Londres", text: "12 Lantern Yard, London E1" },
        { title: "Lyon et Berlin", text: "8 quai des Brumes · Prenzlauer Hof 3" },
      ],
    },
  },
  whitepaper: {
    title: "Arriver : un guide de la délivrabilité",
    body: [
      "Le courrier arrive là où on l’attend. La première règle est donc la plus ancienne : écrire à ceux qui l’ont demandé.",
      "Les destinataires regardent trois enregistrements : SPF dit qui peut envoyer pour vous, DKIM signe ce qui a été envoyé, DMARC dit que faire du reste. Tous trois doivent nommer le domaine que voient les lecteurs.",
      "Laissez partir les gens en un clic, tout de suite. Qui ne peut pas partir vous signale comme indésirable, et l’on s’en souvient plus longtemps que d’une campagne.",
    ],
  },
};

const de: SiteText = {
  nav: [
    { href: "/", text: "Start" },
    { href: "/library", text: "Bibliothek" },
    { href: "/contact", text: "Kontakt" },
  ],
  pages: {
    "/": {
      title: "Briefe, die man öffnen möchte",
      lead: "Northlight Email schreibt, sendet und misst Newsletter für kleine und große Absender, und fragt zuerst.",
      form: "Unser eigener Newsletter",
      cards: [
        {
          title: "Kampagnensoftware",
          text: "Schreiben Sie in jeder Sprache Ihrer Leser. Jeder bekommt seine.",
        },
        { title: "Zustelldienst", text: "Post, die ankommt, weil sie gewünscht war." },
        { title: "Fair gebaut", text: "Was Ihre Hinweise versprechen, tut Ihre Post." },
      ],
    },
    "/library": {
      title: "Bibliothek",
      lead: "Was wir in zehn Jahren Versand gelernt haben, aufgeschrieben.",
      form: "Whitepaper „Ankommen“ anfordern",
      cards: [
        {
          title: "Ankommen",
          text: "Ein Leitfaden zur Zustellbarkeit: zwölf Seiten, kein Fachchinesisch.",
        },
        { title: "Fragen", text: "Wie eine gute Frage nach Einwilligung klingt, mit Beispielen." },
      ],
    },
    "/contact": {
      title: "Kontakt",
      lead: "Fragen Sie uns nach einem Produkt. Wir antworten auf dem Weg, den Sie wählen.",
      form: "Schreiben Sie uns",
      cards: [
        { title: "London", text: "12 Lantern Yard, London E1" },
        { title: "Lyon und Berlin", text: "8 quai des Brumes · Prenzlauer Hof 3" },
      ],
    },
  },
  whitepaper: {
    title: "Ankommen: ein Leitfaden zur Zustellbarkeit",
    body: [
      "Post kommt an, wo man sie erwartet. Die erste Regel ist daher die älteste: Schreiben Sie denen, die darum gebeten haben.",
      "Empfänger sehen auf drei Einträge: SPF sagt, wer für Sie senden darf, DKIM unterschreibt das Gesendete, DMARC sagt, was mit dem Rest geschieht. Alle drei müssen die Domain nennen, die Leser sehen.",
      "Lassen Sie jeden mit einem Klick gehen, sofort. Wer nicht gehen kann, meldet Sie als Spam, und daran erinnert man sich länger als an jede Kampagne.",
    ],
  },
};

const TEXTS: { readonly [language: string]: SiteText } = { en, fr, de };

export function siteText(language: string): SiteText {
  return TEXTS[language.split("-")[0] ?? "en"] ?? en;
}
