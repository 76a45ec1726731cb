/**
 * Sections of the manifest that say who: controllers, contacts, recipients, senders of messages.
 */
import { Type } from "typebox";
import {
  addressOf,
  byId,
  Country,
  Email,
  flag,
  ids,
  line,
  listOf,
  oneOf,
  Regime,
  strict,
  text,
  Url,
} from "./manifest-words.ts";

const Representative = Type.Object(
  {
    name: line("Name of the representative."),
    country: Country,
    address: line("Postal address.", 300),
    email: Type.Optional(Email),
    for: Type.Optional(
      listOf(Regime, "Regimes that it is the representative for; without it all that ask for one."),
    ),
  },
  {
    ...strict,
    description:
      "Representative where the controller has no establishment (GDPR 27, UK GDPR 27, FADP 14).",
  },
);

export const Controller = Type.Object(
  {
    name: line("Legal name."),
    role: oneOf(
      ["controller", "joint", "group"],
      "`controller`: responsible, the one that speaks in the notice (exactly one); " +
        "`joint`: responsible together with it; `group`: another company of its group.",
    ),
    country: Country,
    address: Type.Optional(line("Postal address on one line.", 300)),
    registration: Type.Optional(line("Register and number.", 120)),
    about: Type.Optional(text("What the company does, or what it is responsible for.")),
    email: Type.Optional(Email),
    phone: Type.Optional(line("Telephone number, international form.", 40)),
    url: Type.Optional(Url),
    charity: flag("A charity: some laws let it write to its supporters."),
    representatives: Type.Optional(listOf(Representative, "Representatives, one a territory.")),
  },
  strict,
);

export const Contact = Type.Object(
  {
    kind: oneOf(
      ["privacy", "marketing", "dpo", "general"],
      "`privacy`: questions, requests and complaints; `marketing`: communication preferences; " +
        "`dpo`: the data protection officer; `general`: anything else.",
    ),
    name: Type.Optional(line("Name of the person or office.")),
    email: Email,
    phone: Type.Optional(line("Telephone number, international form.", 40)),
    address: Type.Optional(line("Postal address on one line.", 300)),
    url: Type.Optional(Url),
    about: Type.Optional(text("What to write to it for, where its kind does not say it.")),
  },
  strict,
);

export const Tuple = Type.Object(
  {
    purpose: line("Id of a purpose.", 64),
    categories: ids("Ids of the categories for that purpose."),
  },
  strict,
);

const TransferMechanism = Type.Object(
  {
    kind: oneOf(
      ["adequacy", "framework", "clauses", "bcr", "derogation"],
      "What kind of ground it is.",
    ),
    mechanism: line(
      "Id of the mechanism in the registers: `adequacy`, `shield`, `safe-harbor`, `dpf`, `scc-2021`, ...",
      64,
    ),
    condition: Type.Optional(
      oneOf(
        ["explicit-consent", "contract", "public-interest", "claims", "vital-interests"],
        "For a derogation: the condition that every use must meet.",
      ),
    ),
    about: Type.Optional(text("What the safeguard is, and what was added to it.")),
    copy: Type.Optional(text("How a person gets a copy of the safeguards.")),
  },
  strict,
);

export const Recipient = Type.Object(
  {
    name: text("Name of the recipient, or words for a kind of recipients.", 200),
    named: Type.Optional(
      Type.Boolean({
        default: true,
        description: "False for a kind of recipients that the notice does not name one by one.",
      }),
    ),
    about: Type.Optional(text("What it does with the data.")),
    role: oneOf(
      ["processor", "joint", "independent", "group", "staff", "authority"],
      "`staff`: own people or support who reach the data from another country.",
    ),
    countries: listOf(
      Country,
      "Where it may hold or see the data; empty: the notice does not say.",
    ),
    discloses: listOf(Tuple, "What it may get and for which purpose. Nothing else goes to it."),
    onward: Type.Optional(
      ids("Ids of recipients that it passes data on to; of a processor: its sub-processors."),
    ),
    transfers: Type.Optional(
      listOf(TransferMechanism, "Grounds on which data may leave the exporter's law for it."),
    ),
    url: Type.Optional(Url),
    address: Type.Optional(line("Postal address on one line.", 300)),
    email: Type.Optional(Email),
    notice: Type.Optional(addressOf("Address of its own privacy notice.")),
    subprocessors: Type.Optional(addressOf("Address of its list of sub-processors.")),
    california: Type.Optional(
      oneOf(
        ["service-provider", "contractor", "third-party"],
        "What it is under the CCPA: only a third party is sold to or shared with.",
      ),
    ),
  },
  strict,
);

const Sender = Type.Object(
  {
    name: line("Name in the From header."),
    email: Email,
    address: Type.Optional(line("Postal address at the foot of the message.", 300)),
  },
  { ...strict, description: "Who signs messages of this class." },
);

export const MessageClass = Type.Object(
  {
    name: Type.Optional(text("Name; only for a class that is not built in.", 200)),
    marketing: Type.Optional(
      Type.Boolean({
        description: "Whether it promotes; only for a class that is not built in.",
      }),
    ),
    sender: Sender,
  },
  strict,
);

export const WHO = {
  controllers: byId(Controller, "The responsible company and the companies of its group."),
  contacts: byId(Contact, "Addresses that people may write to."),
  recipients: Type.Optional(byId(Recipient, "Everybody who may get personal data.")),
  messageClasses: Type.Optional(
    byId(
      MessageClass,
      "Classes of messages and who signs them. `marketing`, `service` and `legal` are built in: give them a sender.",
    ),
  ),
};
