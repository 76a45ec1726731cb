import type { Placeholder } from "../references.ts";
import type { Links, Part } from "./parts.ts";
import {
  decisionTable,
  frameworkTable,
  jointControlTable,
  securityParts,
  siteTable,
} from "./tables-arrangements.ts";
import { californiaParts } from "./tables-california.ts";
import { cookieTable } from "./tables-device.ts";
import { authorityList, complaintList, rightsParts } from "./tables-rights.ts";
import { categoryTable, purposeTable, retentionTable, sourceTable } from "./tables-what.ts";
import { contactTable, controllerTable, recipientTable, transferTable } from "./tables-who.ts";
import type { Words } from "./words.ts";

/** Makes the parts of one placeholder; nothing where the notice declares nothing of the kind. */
export type MakeTable = (words: Words, links: Links) => readonly Part[];

export const TABLES: { readonly [P in Placeholder]: MakeTable } = {
  controllers: controllerTable,
  contacts: contactTable,
  categories: categoryTable,
  sources: sourceTable,
  purposes: purposeTable,
  retention: retentionTable,
  recipients: recipientTable,
  transfers: transferTable,
  cookies: cookieTable,
  rights: rightsParts,
  complaints: complaintList,
  authorities: authorityList,
  sites: siteTable,
  "joint-control": jointControlTable,
  decisions: decisionTable,
  frameworks: frameworkTable,
  california: californiaParts,
  security: securityParts,
};
