/** A manifest with one of everything, in two languages, for tests. */
export const SAMPLE_MANIFEST = `id: sample
version: 2
date: 2026-11-01
zone: Europe/London
title: { en: Privacy notice, fr: Avis de confidentialité }
languages: [en, fr]
regimes: [uk, eu]
sites: [www.sample.example]
terms: { version: "5", date: 2026-01-15, url: "https://www.sample.example/terms" }
practice: { acceptance: none, cookieChoice: banner, changeNotice: email-and-page }
controllers:
  sample-uk:
    name: Sample Limited
    role: controller
    country: GB
    address: 1 Sample Street, London
    representatives:
      - { name: Sample GmbH, country: DE, address: "Musterweg 1, Berlin", email: eu@sample.example }
  sample-us: { name: "Sample, Inc.", role: group, country: US }
contacts:
  privacy: { kind: privacy, email: privacy@sample.example }
  officer: { kind: dpo, name: Ada Sample, email: dpo@sample.example, phone: "+44 20 7946 0018" }
categories:
  email: { name: { en: E-mail address, fr: Adresse e-mail }, kind: email, dpv: EmailAddress }
  name: { name: { en: Name, fr: Nom }, kind: name }
  country: { name: { en: Country, fr: Pays } }
  visits: { name: { en: Visits, fr: Visites } }
events:
  last-contact: { name: { en: the last contact, fr: le dernier contact } }
topics:
  product-news: { name: { en: Product news, fr: Nouveautés } }
sources:
  contact-form:
    name: { en: Contact form, fr: Formulaire de contact }
    from: person
    categories: [email, name, country]
  website:
    name: { en: Website, fr: Site web }
    from: device
    categories: [visits]
purposes:
  answer:
    name: { en: Answers, fr: Réponses }
    about: { en: We answer what you ask., fr: Nous répondons à vos questions. }
    revision: 1
    clause: use.answer
    categories: [email, name, country]
    bases:
      uk: [{ kind: contract, law: UK GDPR 6(1)(b), because: { en: you asked, fr: vous avez demandé } }]
      eu: [{ kind: contract, law: GDPR 6(1)(b) }]
    retention: [{ categories: [email, name, country], for: 2 years, from: [last-contact] }]
  marketing:
    name: { en: Marketing, fr: Marketing }
    about: { en: We send news of our products., fr: Nous envoyons des nouvelles de nos produits. }
    revision: 3
    directMarketing: true
    categories: [email, name]
    channels: [email, call]
    topics: [product-news]
    grantTerm: 2 years
    bases:
      uk: [{ kind: consent, law: PECR 22 }, { kind: soft-opt-in, law: PECR 22(3) }]
      eu: [{ kind: consent, law: GDPR 6(1)(a) }]
    retention: [{ categories: [email, name], for: 24 months }]
  analytics:
    name: { en: Statistics, fr: Statistiques }
    about: { en: We count visits., fr: Nous comptons les visites. }
    revision: 1
    categories: [visits]
    bases:
      uk: [{ kind: consent, law: PECR 6 }]
      eu: [{ kind: consent, law: GDPR 6(1)(a) }]
    retention: [{ categories: [visits], for: open, because: { en: counts only, fr: comptes seuls } }]
recipients:
  mailer:
    name: { en: Mailer Corp, fr: Mailer Corp }
    role: processor
    countries: [US]
    onward: [host]
    discloses: [{ purpose: marketing, categories: [email, name] }]
    transfers: [{ kind: framework, mechanism: dpf }]
  host:
    name: { en: Host SA, fr: Host SA }
    role: processor
    countries: [FR]
    discloses: [{ purpose: marketing, categories: [email] }]
storedItems:
  ga:
    item: _ga
    kind: cookie
    name: { en: Tells visitors apart., fr: Distingue les visiteurs. }
    provider: Google Analytics
    domain: www.sample.example
    lifetime: 13 months
    stores: [{ purpose: analytics, categories: [visits] }]
    statistics: true
  session:
    item: sid
    kind: cookie
    name: { en: Keeps the session., fr: Garde la session. }
    provider: Sample Limited
    lifetime: session
    stores: [{ purpose: answer, categories: [country] }]
    necessary: true
messageClasses:
  marketing:
    sender: { name: Sample, email: news@sample.example, address: "1 Sample Street, London" }
forms:
  contact:
    name: { en: Write to us, fr: Écrivez-nous }
    source: contact-form
    purposes: [answer]
    offers: [{ purpose: marketing, channel: email, topic: product-news }]
    fields:
      email: { label: { en: E-mail, fr: E-mail }, category: email, kind: email, required: true }
      country: { label: { en: Country, fr: Pays }, category: country, kind: country }
      role:
        label: { en: You are, fr: Vous êtes }
        category: name
        kind: choice
        options: { client: { en: a customer, fr: client }, other: { en: somebody else, fr: autre } }
changes:
  - { purpose: marketing, revision: 2, compatible: true }
  - { purpose: marketing, revision: 3, compatible: false, why: { en: calls, fr: appels } }
rights:
  offered: [access, rectification, erasure, objection, withdrawal, complaint]
  contact: privacy
  fee: { charged: false }
authorities:
  - { name: Information Commissioner, country: GB, url: "https://ico.org.uk/" }
complaints:
  - { step: controller, name: { en: Us first, fr: Nous d'abord } }
  - { step: authority, name: { en: The authority, fr: L'autorité } }
clauses:
  - id: who
    title: { en: Who we are, fr: Qui nous sommes }
    short: { en: Sample Limited decides., fr: Sample Limited décide. }
    body:
      en: |
        We are **Sample Limited**.

        {{contacts}}
      fr: |
        Nous sommes **Sample Limited**.

        {{contacts}}
  - id: use
    title: { en: What for, fr: Pourquoi }
    body: { en: "{{purposes}}", fr: "{{purposes}}" }
    clauses:
      - id: use.answer
        title: { en: Answers, fr: Réponses }
        body:
          en: See {{purpose:answer}} and {{page:preferences}}.
          fr: Voir {{purpose:answer}} et {{page:preferences}}.
        about: [purpose:answer]
      - id: use.marketing
        title: { en: Marketing, fr: Marketing }
        body:
          en: "You may [write](mailto:news@sample.example) to stop."
          fr: "Vous pouvez [écrire](mailto:news@sample.example)."
        about: [purpose:marketing, right:objection]
  - id: cookies
    title: { en: Cookies, fr: Cookies }
    body: { en: "{{cookies}}", fr: "{{cookies}}" }
    about: [stored-item:ga, stored-item:session]
`;
