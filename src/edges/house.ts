/**
 * Everything that the edges may call. Made by `main/`, once; what is not here an edge cannot reach.
 */
import type { Campaigns } from "#campaigns";
import type { Changes } from "#changes";
import type { Choices } from "#choices";
import type { Gate } from "#gate";
import type { Ledger } from "#ledger";
import type { Messages } from "#messages";
import type { NoticeDoor } from "#notice";
import type { People } from "#people";
import type { Config } from "#platform/config/config";
import type { Tokens } from "#platform/crypto/tokens";
import type { Tx } from "#platform/database/database";
import type { Log } from "#platform/log/log";
import type { Mailbox } from "#platform/smtp/mailbox";
import type { Outgoing } from "#platform/smtp/outgoing";
import type { Rights } from "#rights";
import type { Staff } from "#staff";
import type { Vault } from "#vault";

export type House = {
  readonly config: Config;
  readonly log: Log;
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly notices: NoticeDoor;
  readonly vault: Vault;
  readonly gate: Gate;
  readonly ledger: Ledger;
  readonly choices: Choices;
  readonly people: People;
  readonly messages: Messages;
  readonly campaigns: Campaigns;
  readonly changes: Changes;
  readonly rights: Rights;
  readonly staff: Staff;
  readonly tokens: Tokens;
  readonly outgoing: Outgoing;
  /** Null where a real mail server is configured. */
  readonly mailbox: Mailbox | null;
  /** Erases what capabilities keep of these people besides the vault: messages, submissions. */
  readonly eraseRecords: (tx: Tx, subjectIds: readonly string[]) => Promise<void>;
  readonly countryOf: (ip: string) => string | null;
  readonly newId: () => string;
  readonly clock: () => number;
};
