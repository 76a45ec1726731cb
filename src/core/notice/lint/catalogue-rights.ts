/** Rights, complaints, changes, and what United States laws ask of the page. */
export const CATALOGUE_OF_RIGHTS = {
  "rights.missing": {
    level: "error",
    title: "a right that is not offered",
    about: "The law grants it whether the notice says so or not; the notice has to say so.",
    write: "add it under `rights.offered` and say how it is used",
  },
  "rights.fee": {
    level: "error",
    title: "a fee for what has to be free of charge",
    about: "A fee is open only for requests that are manifestly unfounded or excessive.",
    write:
      "set `charged: false`; a fee is open only for requests that are manifestly unfounded or excessive",
  },
  "rights.identity-missing": {
    level: "error",
    title: "not said how identity is proven",
    about: "People should know what they will be asked for, and that it is as little as will do.",
    write: "say it under `rights.identity`",
  },
  "rights.methods-missing": {
    level: "error",
    title: "fewer than two ways to make a request",
    about: "California wants two or more designated methods.",
    write: "list them under `rights.methods`, such as `[page, email]`",
  },
  "rights.appeal-missing": {
    level: "error",
    title: "not said how to appeal against an answer",
    about: "Most states let a person appeal within the organisation before going to the authority.",
    write: "say it under `rights.appeal`",
  },
  "rights.agent-missing": {
    level: "error",
    title: "not said how an authorised agent makes a request",
    about: "In California one may let somebody else ask.",
    write: "say under `rights.agents` how an agent makes a request and what it has to show",
  },
  "rights.retaliation-missing": {
    level: "error",
    title: "not said that using rights has no drawback",
    about: "Nobody may be treated worse for using a right, and the policy says so.",
    write: "say that you do not discriminate against those who use their rights",
  },
  "authority.missing": {
    level: "error",
    title: "no supervisory authority of this law",
    about: "People must be told where they can complain.",
    write: "name the one of the controller's or the person's country under `authorities`",
  },
  "complaints.controller-missing": {
    level: "error",
    title: "not said that one may complain to the controller itself",
    about:
      "Since 2026-06-19 the controller in the United Kingdom takes complaints itself, acknowledges them within 30 days, and its notice says so.",
    write: "add a step `controller` to `complaints`, and acknowledge within 30 days",
  },
  "automated.logic-missing": {
    level: "error",
    title: "automated decisions without their logic",
    about: "People must get meaningful information about the logic and the consequences.",
    write: "say what goes in, what decides, what follows, and how one reaches a human",
  },
  "changes.page-only": {
    level: "warning",
    title: "material changes told only on the page",
    about:
      "Nobody reads a notice again in case it changed; what matters is told to those affected.",
    write: "set `changeNotice: email-and-page`",
  },
  "notice.outdated": {
    level: "error",
    title: "a policy older than twelve months",
    about: "In California the policy is updated at least once every twelve months.",
    write: "review it and publish a version with a new date",
  },
  "security.disclaimed": {
    level: "note",
    title: "security that is disclaimed",
    about:
      "The duty to protect data cannot be put off by a sentence, and the sentence worries people.",
    write: "say what you do to protect data, and leave out what you do not promise",
  },
  "opt-out.link-missing": {
    level: "error",
    title: "no link to opt out of sale and sharing",
    about:
      "A page that sells or shares carries the link “Do Not Sell or Share My Personal Information” or “Your Privacy Choices”.",
    write: "name it under `california.links`, or in the clause on sale and sharing",
  },
  "opt-out.signal-unsaid": {
    level: "error",
    title: "not said how a privacy signal is treated",
    about:
      "The policy explains how an opt-out preference signal is processed; since 2026-01-01 its status is shown.",
    write: "list `gpc` under `practice.signals`, and show on the page that it was",
  },
  "opt-out.sale-unsaid": {
    level: "error",
    title: "sale or sharing that no clause speaks of",
    about: "Whether personal information is sold or shared must be said in so many words.",
    write: "say what is sold or shared, with whom, and how one opts out",
  },
  "contradiction.fee": {
    level: "error",
    title: "a fee is charged, and prose says that requests are free",
    about: "A notice that contradicts itself deceives whoever reads only half of it.",
    write: "let fact and prose say the same",
  },
  "contradiction.right-denied": {
    level: "error",
    title: "a right that practice denies",
    about: "What is offered must be possible.",
    write: "build the way, or do not rest anything on it",
  },
  "acceptance.unmatched": {
    level: "warning",
    title: "an acceptance that matches no finding",
    about: "What it accepted was mended or moved. Left standing it would hide the next fault.",
    write: "take it out of `accepted`, or mend its id, path or regime",
  },
} as const;
