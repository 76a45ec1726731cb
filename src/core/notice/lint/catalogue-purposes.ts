/** Purposes, their bases, what is collected for them, and how long it is kept. */
export const CATALOGUE_OF_PURPOSES = {
  "purpose.basis-missing": {
    level: "error",
    title: "a purpose without a legal basis",
    about:
      "Processing is lawful only on one of the listed bases, and the notice has to say which. The gate never allows a purpose that has none.",
    write: "list the bases under `bases`, the first that holds first",
  },
  "purpose.basis-invalid": {
    level: "error",
    title: "a basis that this law does not know on that day",
    about:
      "Each law has its own list of bases, and the lists change: the United Kingdom has recognised interests since 2026-02-05, the Union has none; an opt-out is no basis under the GDPR.",
    write: "name a basis that this law has, or leave the purpose out for it",
  },
  "purpose.interest-unlisted": {
    level: "error",
    title: "a recognised interest that the law does not list",
    about: "Recognised interests are a closed list (UK GDPR Annex 1).",
    write: "name one of the list under `interest`, or rest the purpose on another basis",
  },
  "purpose.basis-marketing-only": {
    level: "error",
    title: "an exception for electronic mail used as a basis of processing",
    about:
      "Soft opt-in and the exemption of corporate subscribers free a message from consent under the rules on electronic mail. They are no ground for holding the data.",
    write: "add the basis of the processing itself, such as legitimate interests with its balance",
  },
  "purpose.interest-missing": {
    level: "warning",
    title: "legitimate interests that are not said",
    about:
      "Who relies on legitimate interests has to say them, and has to have weighed them against those of the person.",
    write: "say the interest, and how it was weighed, under `because`",
  },
  "purpose.authority-interests": {
    level: "warning",
    title: "a public task and legitimate interests side by side",
    about:
      "Public authorities may not rely on legitimate interests in the performance of their tasks.",
    write:
      "take out legitimate interests, or split what is no public task into a purpose of its own",
  },
  "purpose.consent-for-duty": {
    level: "warning",
    title: "consent asked for what a duty requires",
    about:
      "Consent that cannot be withdrawn is none. Where a law orders the processing anyway, asking for consent misleads.",
    write: "keep the legal obligation alone, or split off what rests on consent",
  },
  "purpose.special-ground-missing": {
    level: "error",
    title: "special categories without a ground of their own",
    about:
      "Health, beliefs, biometry and the like may not be processed save on a ground of article 9(2), beside the basis of article 6.",
    write: "ask for explicit consent, or name the ground of article 9(2) under `specialGrounds`",
  },
  "purpose.offences-ground-missing": {
    level: "error",
    title: "criminal offences without the authority of a law",
    about: "Data on convictions and offences may be processed only where a law authorises it.",
    write: "name the law under `specialGrounds`, or do without that data",
  },
  "purpose.vague": {
    level: "warning",
    title: "a purpose too vague to enforce",
    about:
      "A purpose must tell a person, and the gate, what falls outside it. Business purposes, improvement or good governance exclude nothing.",
    write: "say what is done with which data and to what end, or split it into such purposes",
  },
  "purpose.advertising-hidden": {
    level: "warning",
    title: "advertising that its clause does not speak of",
    about: "A reader of the clause must be able to see that others advertise with the data.",
    write: "give advertising a clause of its own that says so",
  },
  "purpose.marketing-undeclared": {
    level: "error",
    title: "a purpose that promotes but is not declared as marketing",
    about:
      "The right to object to direct marketing, and every rule on marketing messages, hangs on the declaration.",
    write: "set `directMarketing: true`, or name the purpose for what it is",
  },
  "purpose.retention-missing": {
    level: "error",
    title: "a purpose without a retention period",
    about:
      "People must be told for how long data is kept or how that is decided. Open without a reason is no answer.",
    write: "give a period and the event that it runs from, or say why it cannot be given",
  },
  "consent.bundled": {
    level: "error",
    title: "acceptance of the notice bundled with the use of the site",
    about: "A notice informs. It is not accepted, and agreeing to terms is no consent.",
    write: "set `acceptance: none`, and ask for each consent on its own",
  },
  "consent.term-missing": {
    level: "note",
    title: "a consent without a term",
    about: "Consent wears out: what was agreed to long ago is not what a person expects today.",
    write: "set `grantTerm`, such as `24 months`",
  },
  "consent.offer-without-basis": {
    level: "error",
    title: "a form that offers a consent on which nothing rests",
    about:
      "Whoever ticks it believes to decide. Where no basis of the purpose is consent, the answer changes nothing.",
    write: "add consent to the bases of the purpose, or take the offer out of the form",
  },
  "collect.unused-category": {
    level: "warning",
    title: "data collected for nothing",
    about: "What no purpose uses may not be collected.",
    write: "take it out of the source, or declare the purpose that uses it",
  },
  "collect.no-source": {
    level: "warning",
    title: "data used that comes from nowhere",
    about: "A notice says where data comes from; what has no source cannot be explained.",
    write: "add the category to the source that gives it, or take it out of the purpose",
  },
  "collect.needed-missing": {
    level: "warning",
    title: "not said whether data must be given",
    about:
      "People must be told whether they have to give data, by statute or contract, and what happens if they do not.",
    write: "say it under `needed` of the source",
  },
  "collect.told-missing": {
    level: "warning",
    title: "not said when people are told of what others gave",
    about:
      "Who gets data from others tells the person within a month, or at the first contact, and from which source it came.",
    write: "say it under `told` of the source",
  },
  "children.rules-missing": {
    level: "warning",
    title: "addressed to children without a rule for them",
    about:
      "Below an age a guardian has to consent, and the words must be such as children understand.",
    write:
      "say under `audience` how a guardian agrees, or in a clause from which age one may agree alone",
  },
} as const;
