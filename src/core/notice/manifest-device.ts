/** The section of the manifest that says what is kept on the device. */
import { Type } from "typebox";
import { Tuple } from "./manifest-who.ts";
import {
  flag,
  Host,
  idOf,
  ids,
  line,
  listOf,
  oneOf,
  pattern,
  strict,
  text,
} from "./manifest-words.ts";

export const StoredItem = Type.Object(
  {
    item: line(
      "Name as the browser knows it, such as `_ga`; `*` stands for any run of characters.",
      120,
    ),
    kind: oneOf(["cookie", "local-storage", "session-storage", "indexed-db", "pixel"], "Where."),
    name: text("What it does, in one sentence."),
    provider: line("Who sets it.", 120),
    recipient: Type.Optional(idOf("Id of the recipient that gets what is stored.")),
    domain: Type.Optional(Host),
    lifetime: pattern(
      "^(session|persistent|[1-9][0-9]{0,3} (seconds|minutes|hours|days|months|years))$",
      "`session`: ends with the browser; a period; `persistent`: stays, and the notice does not say how long.",
      20,
    ),
    stores: Type.Array(Tuple, {
      minItems: 1,
      maxItems: 50,
      description: "Purposes and categories.",
    }),
    necessary: flag("Strictly necessary for what the person asked for."),
    statistics: flag("Only counts use of the site, for its owner alone."),
    readers: Type.Optional(
      ids("Ids of recipients, beside `recipient`, that can read what is stored (ePrivacy 5(3))."),
    ),
    sites: Type.Optional(listOf(Host, "Own sites that set it; without it all of them.")),
    renewed: flag("Its lifetime begins anew with each visit."),
  },
  strict,
);
