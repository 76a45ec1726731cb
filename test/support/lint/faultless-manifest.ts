/**
 * A manifest in which the lint finds nothing under the law of the United Kingdom and the Union of
 * today: the ground on which tests plant one fault at a time.
 */
export const FAULTLESS_MANIFEST = `id: faultless
version: 1
date: 2026-11-01
zone: Europe/London
title: Privacy notice
languages: [en]
regimes: [uk, eu]
sites: [www.faultless.example]
practice: { acceptance: none, cookieChoice: banner, changeNotice: email-and-page }
controllers:
  us-here:
    name: Faultless Limited
    role: controller
    country: GB
    address: 1 Plain Street, London
    representatives:
      - { name: Faultless GmbH, country: DE, address: "Klarweg 1, Berlin" }
  sister-inc: { name: Faultless Inc., role: group, country: US }
contacts:
  privacy: { kind: privacy, email: privacy@faultless.example }
categories:
  email: { name: E-mail address, kind: email }
  phone: { name: Telephone number, kind: phone }
  orders: { name: Orders }
  visits: { name: Visits }
  health: { name: Kitchen notes }
sources:
  form: { name: Order form, from: person, categories: [email, phone, orders, health], needed: Needed to deliver. }
  site: { name: Website, from: device, categories: [visits] }
purposes:
  orders:
    name: Orders
    about: We deliver what was ordered and invoice it.
    revision: 1
    clause: use.orders
    categories: [email, orders, health]
    channels: [email]
    bases:
      uk: [{ kind: contract, law: UK GDPR 6(1)(b), because: Needed to perform the contract. }]
      eu: [{ kind: contract, law: GDPR 6(1)(b), because: Needed to perform the contract. }]
    retention: [{ categories: [email, orders, health], for: 24 months }]
  news:
    name: Newsletter
    about: We send news of our cakes to those who asked.
    revision: 1
    clause: use.news
    directMarketing: true
    categories: [email, phone]
    channels: [email]
    grantTerm: 24 months
    bases:
      uk: [{ kind: consent, law: UK GDPR 6(1)(a) }]
      eu: [{ kind: consent, law: GDPR 6(1)(a) }]
    retention: [{ categories: [email, phone], for: 24 months }]
  counting:
    name: Statistics
    about: We count visits of the pages.
    revision: 1
    clause: use.counting
    categories: [visits]
    grantTerm: 6 months
    bases:
      uk: [{ kind: consent, law: PECR reg. 6 }]
      eu: [{ kind: consent, law: GDPR 6(1)(a) }]
    retention: [{ categories: [visits], for: 14 months }]
recipients:
  host:
    name: Solid Host Ltd
    role: processor
    countries: [GB]
    onward: [copies]
    discloses: [{ purpose: orders, categories: [email, orders] }]
  copies:
    name: Solid Copies SAS
    role: processor
    countries: [FR]
    discloses: [{ purpose: orders, categories: [email, orders] }]
  sister:
    name: Faultless Inc.
    role: group
    countries: [US]
    discloses: [{ purpose: orders, categories: [email, orders] }]
    transfers:
      - { kind: clauses, mechanism: idta, copy: Ask us for one. }
      - { kind: clauses, mechanism: scc-2021, copy: Ask us for one. }
storedItems:
  session:
    item: sid
    kind: cookie
    name: Keeps the order.
    provider: Faultless Limited
    lifetime: session
    stores: [{ purpose: orders, categories: [orders] }]
    necessary: true
  count:
    item: visitor
    kind: cookie
    name: Tells visitors apart.
    provider: Faultless Limited
    lifetime: 6 months
    stores: [{ purpose: counting, categories: [visits] }]
messageClasses:
  marketing: { sender: { name: Faultless, email: news@faultless.example } }
forms:
  order:
    name: Order
    source: form
    purposes: [orders]
    offers: [{ purpose: news, channel: email }]
    fields:
      email: { label: E-mail, category: email, kind: email, required: true }
rights:
  offered: [access, rectification, erasure, restriction, portability, objection, withdrawal, complaint]
  contact: privacy
  identity: A link to the address that the request is about.
  fee: { charged: false }
authorities:
  - { name: ICO, country: GB, url: "https://ico.org.uk/" }
  - { name: BlnBDI, country: DE, url: "https://www.datenschutz-berlin.de/" }
complaints:
  - { step: controller, name: Us first }
  - { step: authority, name: The authority }
clauses:
  - id: who
    title: Who we are
    body: "{{controllers}}"
  - id: use
    title: What for
    body: "{{purposes}}"
    clauses:
      - { id: use.orders, title: Orders, body: We bake and bring it., about: [purpose:orders] }
      - { id: use.news, title: News, body: Only if you asked., about: [purpose:news] }
      - { id: use.counting, title: Counting, body: Only if you allow it., about: [purpose:counting] }
  - id: share
    title: Who gets it
    body: "{{recipients}}"
  - id: cookies
    title: Cookies
    body: "{{cookies}}"
  - id: rights
    title: Your rights
    body: "{{rights}}"
    clauses:
      - { id: rights.object, title: Objection, body: You may object., about: [right:objection] }
`;
