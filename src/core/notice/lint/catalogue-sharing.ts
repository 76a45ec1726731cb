/** Recipients, transfers, frameworks, and who is responsible. */
export const CATALOGUE_OF_SHARING = {
  "recipient.unnamed": {
    level: "warning",
    title: "a kind of recipients so wide that nobody can tell who gets the data",
    about:
      "Recipients or categories of recipients must be said; a category has to tell the trade, the sector and the place.",
    write: "name them, or narrow the kind by what they do and where",
  },
  "recipient.country-missing": {
    level: "error",
    title: "a recipient without a country",
    about: "Whether a transfer takes place, and what protects it, depends on the country.",
    write: "list them under `countries`",
  },
  "recipient.purposes-missing": {
    level: "warning",
    title: "a recipient that gets nothing",
    about:
      "A recipient without purposes cannot be given anything; a processor acts on instructions.",
    write: "say under `discloses` what it gets and for which purpose, or take it out",
  },
  "recipient.onward-wider": {
    level: "error",
    title: "an onward recipient that gets more than the one who passes it on",
    about: "Nobody can pass on what was not given, and a further processor needs the same bounds.",
    write: "give both the same purposes and categories, or declare the direct disclosure apart",
  },
  "transfer.mechanism-missing": {
    level: "error",
    title: "a transfer without a mechanism",
    about:
      "Data may leave only for a country found adequate or under a safeguard. Assurances in general are none.",
    write:
      "add the mechanism under `transfers` (adequacy, a framework certification, standard clauses, binding rules), or stop the transfer",
  },
  "transfer.mechanism-lapsed": {
    level: "error",
    title: "a transfer that rests on a mechanism which has ended",
    about: "Frameworks and clauses die. What is said of them is false from that day.",
    write: "rest it on a mechanism that is alive (`dpf`, `scc-2021`, `idta`), or stop it",
  },
  "transfer.mechanism-unborn": {
    level: "error",
    title: "a transfer that rests on a mechanism which does not exist yet",
    about: "A mechanism counts from its first day.",
    write: "wait with the transfer, or rest it on a mechanism that is alive",
  },
  "transfer.mechanism-foreign": {
    level: "error",
    title: "a mechanism of another law",
    about:
      "Each law has its own mechanisms: a Swiss framework does not carry data from the Union, nor the Union's clauses alone data from the United Kingdom.",
    write: "add the mechanism of this law",
  },
  "transfer.mechanism-unknown": {
    level: "error",
    title: "a mechanism that no register knows",
    about: "The gate allows a transfer only on a mechanism of the registers.",
    write: "use an id of the registers, such as `scc-2021`",
  },
  "transfer.adequacy-missing": {
    level: "error",
    title: "adequacy claimed for a country that has none",
    about: "Only a decision that is in force makes a country adequate.",
    write: "name another mechanism for that country",
  },
  "transfer.derogation-regular": {
    level: "warning",
    title: "a derogation for a transfer that happens all the time",
    about: "Derogations are for single cases, not for what is done as a rule.",
    write: "sign clauses with the recipient, and keep the derogation for single cases",
  },
  "transfer.copy-missing": {
    level: "error",
    title: "no way to get a copy of the safeguards",
    about: "Where clauses or rules protect a transfer, people must be told how to get a copy.",
    write: "say it under `copy` of the transfer",
  },
  "transfer.ends-soon": {
    level: "note",
    title: "a mechanism that ends within 90 days",
    about: "On its last day the gate stops the transfer.",
    write: "prepare its successor now",
  },
  "framework.item-missing": {
    level: "error",
    title: "an item that the framework's principles ask of the notice",
    about:
      "Whoever certified under the Privacy Shield or the Data Privacy Framework promised a notice with thirteen items.",
    write: "add it to the clause on the framework",
  },
  "framework.certification-ended": {
    level: "error",
    title: "a certification that has ended",
    about:
      "A framework carries a transfer only while the company there is certified, year by year.",
    write: "renew it, or rest the transfer on another mechanism",
  },
  "joint.essence-missing": {
    level: "warning",
    title: "joint control without the essence of its arrangement",
    about: "Joint controllers make the essence of what they agreed available to people.",
    write: "declare it under `jointControl`: who answers for what, in plain words",
  },
  "complaints.recourse-missing": {
    level: "error",
    title: "no independent recourse under the framework",
    about: "The principles promise a dispute body that costs the person nothing.",
    write: "add a step `dispute-provider` with `free: true` to `complaints`",
  },
  "complaints.ladder-lapsed": {
    level: "warning",
    title: "steps of complaint under a framework that has ended",
    about: "Nobody is bound any more to take those complaints, and whoever tries loses time.",
    write: "take the steps out, or name the bodies of a framework that is alive",
  },
  "controller.address-missing": {
    level: "warning",
    title: "a controller without a postal address",
    about: "People must be able to reach whoever is responsible.",
    write: "give it under `address`",
  },
  "controller.representative-missing": {
    level: "error",
    title: "no representative where the controller is not established",
    about:
      "Whoever offers goods or services to people in a territory without an establishment there appoints somebody whom they can turn to.",
    write: "appoint one in writing and name it under `representatives`",
  },
  "controller.dpo-missing": {
    level: "warning",
    title: "no data protection officer where one is likely to be needed",
    about:
      "Core activities with special categories on a large scale call for an officer, whose contact the notice gives.",
    write: "name the officer as a contact of the kind `dpo`, or accept the finding with the reason",
  },
  "contradiction.never-shares": {
    level: "error",
    title: "prose says that nothing is shared, and recipients are declared",
    about: "A notice that contradicts itself deceives whoever reads only half of it.",
    write: "say who gets the data, or take the recipients out",
  },
  "contradiction.no-transfers": {
    level: "error",
    title: "prose says that data stays, and recipients are abroad",
    about: "A notice that contradicts itself deceives whoever reads only half of it.",
    write: "say to which countries it goes, or take those recipients out",
  },
} as const;
