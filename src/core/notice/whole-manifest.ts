/** A manifest that says every key of the schema, each text a different one, for tests. */
export const WHOLE_MANIFEST = `id: whole
version: 7
date: 2026-11-01
zone: Europe/Dublin
title: { en: Whole notice, fr: Avis entier }
languages: [en, fr]
regimes: [eu, uk, ch, us-ca]
sites:
  www.whole.example: {}
  shop.whole.example:
    name: { en: The whole shop, fr: La boutique entière }
    controller: shop
    languages: [en, nl]
    regimes: [eu, us-ca]
    audience:
      from: 13
      under: 18
      guardianConsent: { en: A parent confirms by mail., fr: Un parent confirme par e-mail. }
      ageCheck: { en: We ask for the year of birth., fr: Nous demandons l’année de naissance. }
terms:
  version: "3"
  date: 2026-01-15
  url: "https://www.whole.example/terms"
  earlier: [{ version: "2", date: 2025-01-15, url: "https://www.whole.example/terms/2" }]
practice:
  acceptance: none
  cookieChoice: banner
  changeNotice: email-and-page
  noticeAhead: 14 days
  signals: [gpc]
  automatedDecisions: { en: A machine sorts applications., fr: Une machine trie les candidatures. }
controllers:
  main:
    name: Whole DAC
    role: controller
    country: IE
    address: 1 Whole Quay, Dublin
    registration: CRO 000001
    charity: true
    about: { en: It runs the main site., fr: Elle exploite le site principal. }
    email: hello@whole.example
    phone: "+353 1 555 0101"
    url: "https://www.whole.example/about"
    representatives:
      - { name: Whole Swiss AG, country: CH, address: "Bahnhofplatz 1, Bern", email: ch@whole.example, for: [ch] }
  shop: { name: Whole Shop BV, role: joint, country: NL }
contacts:
  privacy:
    kind: privacy
    name: Privacy desk
    email: privacy@whole.example
    phone: "+353 1 555 0102"
    address: 2 Whole Quay, Dublin
    url: "https://www.whole.example/privacy-desk"
    about: { en: Everything about your data., fr: Tout sur vos données. }
  security: { kind: general, email: security@whole.example }
categories:
  email: { name: { en: E-mail address, fr: Adresse e-mail }, kind: email, dpv: EmailAddress, california: { as: [identifiers, customer-records] } }
  health:
    name: { en: Health notes, fr: Notes de santé }
    about: { en: What you tell us of your health., fr: Ce que vous dites de votre santé. }
    special: true
    california: { as: [sensitive], sensitive: health }
  record: { name: { en: Criminal record, fr: Casier judiciaire }, offences: true }
  visits: { name: { en: Page views, fr: Pages vues }, california: { as: [internet-activity] } }
events:
  last-contact: { name: { en: the last contact, fr: le dernier contact }, about: { en: any message, fr: tout message } }
topics:
  news: { name: { en: Product news, fr: Nouveautés }, about: { en: what is new, fr: ce qui est nouveau } }
families:
  tools: { name: { en: Tools, fr: Outils }, about: { en: all of them, fr: tous } }
sources:
  form:
    name: { en: Contact form, fr: Formulaire de contact }
    from: person
    categories: [email, health, record]
    children: true
    audience:
      from: 10
      under: 16
      guardianConsent: { en: A guardian signs., fr: Un tuteur signe. }
      ageCheck: { en: The form asks for the age., fr: Le formulaire demande l’âge. }
    requirement: for-contract
    needed: { en: Without it we cannot serve you., fr: Sans cela nous ne pouvons pas vous servir. }
  site: { name: { en: The site, fr: Le site }, from: device, categories: [visits] }
  partner:
    name: { en: A partner, fr: Un partenaire }
    from: third-party
    categories: [email]
    publiclyAccessible: false
    told: { en: We write to you within a month., fr: Nous vous écrivons sous un mois. }
purposes:
  care:
    name: { en: Care, fr: Soins }
    about: { en: We look after you., fr: Nous prenons soin de vous. }
    revision: 2
    clause: use
    categories: [email, health, record]
    controllers: [main, shop]
    research: true
    directMarketing: false
    families: [tools]
    restrictionGround: claims
    bases:
      eu: [{ kind: legitimate-interests, law: GDPR 6(1)(f), because: { en: you expect it, fr: vous l’attendez }, interestOf: third-party }]
      uk: [{ kind: recognised-interests, law: UK GDPR 6(1)(ea), interest: safeguarding }]
    specialGrounds:
      eu:
        - { ground: health-care, law: GDPR 9(2)(h), because: { en: a nurse treats you, fr: une infirmière vous soigne }, categories: [health] }
        - { ground: official-authority, law: GDPR 10 }
    withdrawal: { en: Tell any nurse., fr: Dites-le à toute infirmière. }
    retention:
      - { categories: [email], for: 6 years, from: [last-contact], because: { en: limits of claims, fr: délais de prescription } }
      - { categories: [health, record], for: open, criteria: { en: until the case is closed, fr: jusqu’à la clôture du dossier } }
    dpv: ServiceProvision
  adverts:
    name: { en: Adverts, fr: Annonces }
    about: { en: We show you adverts., fr: Nous vous montrons des annonces. }
    revision: 1
    categories: [visits, email]
    directMarketing: true
    profilingFor: care
    sale: true
    sharing: true
    targetedAdvertising: true
    channels: [email]
    topics: [news]
    grantTerm: 12 months
    askAgain: 6 months
    bases:
      eu: [{ kind: consent, law: GDPR 6(1)(a) }]
    retention: [{ categories: [visits, email], for: 90 days }]
recipients:
  ads:
    name: { en: Advert house, fr: Régie }
    about: { en: It places adverts., fr: Elle place des annonces. }
    role: independent
    countries: [US]
    discloses: [{ purpose: adverts, categories: [visits] }]
    onward: [lab]
    transfers: [{ kind: clauses, mechanism: scc-2021, about: { en: module one, fr: module un }, copy: { en: ask the desk, fr: demandez au bureau } }]
    url: "https://ads.example/"
    address: 3 Madison Avenue, New York
    email: privacy@ads.example
    notice: "https://ads.example/privacy"
    california: third-party
  lab:
    name: { en: Laboratories, fr: Laboratoires }
    named: false
    role: joint
    countries: [IE]
    discloses: [{ purpose: care, categories: [health] }]
    subprocessors: "https://lab.example/subprocessors"
    transfers: [{ kind: derogation, mechanism: art-49, condition: contract }]
messageClasses:
  marketing: { sender: { name: Whole, email: news@whole.example, address: "1 Whole Quay, Dublin" } }
  alerts: { name: { en: Alerts, fr: Alertes }, marketing: false, sender: { name: Whole, email: alerts@whole.example } }
storedItems:
  ad:
    item: _ad
    kind: cookie
    name: { en: Knows your browser., fr: Reconnaît votre navigateur. }
    provider: Advert house
    recipient: ads
    domain: ads.example
    lifetime: 90 days
    stores: [{ purpose: adverts, categories: [visits] }]
    readers: [ads]
    sites: [shop.whole.example]
    renewed: true
  count:
    item: _count
    kind: cookie
    name: { en: Counts., fr: Compte. }
    provider: Whole DAC
    lifetime: session
    stores: [{ purpose: adverts, categories: [visits] }]
    necessary: false
    statistics: true
forms:
  contact:
    name: { en: Write to us, fr: Écrivez-nous }
    source: form
    purposes: [care]
    offers: [{ purpose: adverts, channel: email, topic: news }]
    fields:
      email:
        label: { en: Your e-mail, fr: Votre e-mail }
        category: email
        kind: email
        required: true
        maxLength: 200
        requirement: contractual
        needed: { en: We could not answer., fr: Nous ne pourrions pas répondre. }
      mood:
        label: { en: How are you, fr: Comment allez-vous }
        category: health
        kind: choice
        options: { well: { en: Well, fr: Bien }, ill: { en: Ill, fr: Mal } }
jointControl:
  shop-and-main:
    name: { en: The shop’s accounts, fr: Les comptes de la boutique }
    controllers: [main, shop]
    recipients: [lab]
    purposes: [care]
    essence: { en: The shop keeps the accounts., fr: La boutique tient les comptes. }
    contact: privacy
    answers: [{ matters: [information, access], by: main }, { matters: [security, breaches], by: lab }]
decisions:
  triage:
    name: { en: Triage, fr: Tri }
    purposes: [care]
    categories: [health]
    basis: explicit-consent
    law: GDPR 22(2)(c)
    logic: { en: A score counts your symptoms., fr: Un score compte vos symptômes. }
    significance: { en: You may wait longer., fr: Vous pouvez attendre plus longtemps. }
    human: { en: A nurse looks again., fr: Une infirmière regarde à nouveau. }
    contact: privacy
frameworks:
  dpf:
    framework: dpf
    controllers: [shop]
    since: 2024-01-01
    until: 2027-01-01
    categories: [email]
    humanResources: true
    url: "https://www.dataprivacyframework.gov/list"
    enforcer: ftc
    recourse: { name: { en: the arbitration board, fr: la commission d’arbitrage }, url: "https://board.example/" }
    arbitration: true
    authorityDisclosure: true
    onwardLiability: true
    contact: privacy
    about: { en: We verify it ourselves., fr: Nous le vérifions nous-mêmes. }
california:
  links: [{ kind: do-not-sell-or-share, url: /preferences }, { kind: limit-sensitive, url: "https://www.whole.example/limit" }]
  optOut: { en: Call the desk., fr: Appelez le bureau. }
  sensitiveUse: limitable
  minors: { en: We sell nothing of people under 16., fr: Nous ne vendons rien des moins de 16 ans. }
  incentives:
    club:
      name: { en: Club, fr: Le club }
      about: { en: Five per cent off., fr: Cinq pour cent de remise. }
      categories: [email]
      value: { en: About two dollars a year., fr: Environ deux dollars par an. }
      join: { en: Tick the box., fr: Cochez la case. }
      leave: { en: Untick the box., fr: Décochez la case. }
  metrics:
    year: 2025
    requests: [{ kind: know, received: 12, complied: 11, denied: 1, medianDays: 8 }]
security:
  about: { en: We take care of your data., fr: Nous protégeons vos données. }
  measures: [{ en: Disks are encrypted., fr: Les disques sont chiffrés. }]
  standards: [ISO/IEC 27001]
  contact: security
changes:
  - { purpose: care, revision: 2, compatible: true, why: { en: it grew, fr: elle a grandi } }
rights:
  offered: [access, erasure, objection, withdrawal, complaint]
  contact: privacy
  methods: [page, email, in-person]
  withdrawal: { en: One click is enough., fr: Un clic suffit. }
  agents: { en: Somebody with a letter from you., fr: Quelqu’un avec une lettre de vous. }
  appeal: { about: { en: We look again within 45 days., fr: Nous réexaminons sous 45 jours. }, contact: privacy }
  identity: { en: We send a link., fr: Nous envoyons un lien. }
  fee: { charged: true, note: { en: Only for copies., fr: Seulement pour les copies. } }
authorities:
  - { name: Data Protection Commission, country: IE, url: "https://www.dataprotection.ie/", lead: true, address: "6 Pembroke Row, Dublin", email: info@dpc.example, phone: "+353 1 765 01 00" }
complaints:
  - { step: controller, name: { en: Us first, fr: Nous d’abord }, contact: privacy, acknowledged: 2 working days, answered: 1 months }
  - step: dispute-provider
    name: { en: The board, fr: La commission }
    url: "https://board.example/complain"
    free: true
    address: 4 Board Street, Boston
    email: complain@board.example
    phone: "+1 617 555 0103"
    regimes: [eu]
accepted:
  - { finding: rights.fee, path: rights.fee, regime: eu, reason: "The fee is asked for copies beyond the first.", until: 2027-01-31, by: The board }
clauses:
  - id: use
    title: { en: What for, fr: Pourquoi }
    short: { en: To look after you., fr: Pour prendre soin de vous. }
    body: { en: "See {{framework:dpf}} and {{decision:triage}} of {{joint-control:shop-and-main}}.", fr: "Voir {{framework:dpf}} et {{decision:triage}} de {{joint-control:shop-and-main}}." }
    about: [purpose:care, decision:triage, framework:dpf]
    clauses:
      - id: use.tables
        title: { en: Tables, fr: Tableaux }
        body: { en: "{{purposes}}", fr: "{{purposes}}" }
        clauses: [{ id: use.tables.deep, title: { en: Deep, fr: Profond } }]
`;
