import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openPermitOffice } from "#core/gate/permit";
import { noteSigner } from "#core/ledger/signed-note";
import type { Notice } from "#core/notice/notice";
import { compileStored } from "#core/notice/read-notice";
import { renderingsOf } from "#edges/web/renderings";
import { type Gate, openGate } from "#gate";
import { type Ledger, openLedger } from "#ledger";
import { type NoticeDoor, openNotices } from "#notice";
import type { Config } from "#platform/config/config";
import { loadMasterKey, type MasterKey, masterKeySource } from "#platform/crypto/master-key";
import { loadSigningSeed } from "#platform/crypto/signing-key";
import { openTokens, type Tokens } from "#platform/crypto/tokens";
import { uuidV7 } from "#platform/crypto/uuid";
import type { Database, Tx } from "#platform/database/database";
import { type Journal, openJournal } from "#platform/journal/journal";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";
import { openVault, type Vault } from "#vault";
import { journalled } from "./journalled.ts";

/** What every capability above stands on: the notice in force, the gate, the vault, the ledger. */
export type Foundation = {
  readonly config: Config;
  readonly inTransaction: Database["inTransaction"];
  readonly master: MasterKey;
  readonly tokens: Tokens;
  readonly journal: Journal;
  readonly notices: NoticeDoor;
  readonly gate: Gate;
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly append: Ledger["append"];
  readonly newId: () => string;
  readonly clock: () => number;
};

/** What the versions of the notice need of capabilities that stand above. */
export type FoundationPorts = {
  readonly countStaff: (tx: Tx) => Promise<number>;
  /** Hears of a new version in the transaction that publishes it. */
  readonly published: (tx: Tx, notice: Notice) => Promise<void>;
};

/**
 * Wires the foundation: the one place that makes the permit office and hands `mint` to the gate and
 * `inspect` to the vault.
 * @throws Error where the master key is not the one that sealed the data.
 */
export async function openFoundation(
  config: Config,
  database: Database,
  ports: FoundationPorts,
): Promise<Foundation> {
  const clock = () => Date.now();
  const newId = () => uuidV7(clock());
  const master = await masterKey(config, database);
  const office = openPermitOffice();
  // The ledger calls the gate's projector and the vault's salts; both need the ledger only later,
  // when they are called.
  let ledger: Ledger;
  const journal = openJournal(join(config.data, "journal", "narrowing.jsonl"));
  const { inTransaction, append } = journalled(
    (work) => database.inTransaction(work),
    (tx, facts) => ledger.append(tx, facts),
    journal,
  );
  const notices = openNotices({
    ...{ compile: compileStored, append, newId, clock },
    countStaff: ports.countStaff,
    renderings: async (tx, notice) => {
      const before = await notices.version(tx, notice.version - 1);
      return renderingsOf(notice, { before, mechanisms: WORLD.mechanisms ?? [] });
    },
    published: ports.published,
  });
  const gate = openGate({
    inForce: (tx) => notices.inForce(tx),
    regimes: REGIMES,
    world: WORLD,
    mint: office.mint,
    clock,
  });
  const vault = openVault({
    master,
    inspect: office.inspect,
    epochsOf: gate.epochsOf,
    versionInForce: (tx) => notices.versionInForce(tx),
    newId,
    clock,
  });
  await inTransaction((tx) => vault.assertMaster(tx));
  const origin = new URL(config.baseUrl).host.replace(/:.*/, "");
  ledger = openLedger({
    signer: noteSigner(`${origin}/log`, loadSigningSeed(join(config.data, "keys", "log.key"))),
    saltsOf: vault.saltsOf,
    knownSalt: vault.knownSalt,
    projectors: [gate.project],
    clock,
    randomBytes: (size) => randomBytes(size),
  });
  const tokens = openTokens(master.derive("tokens"), clock);
  return {
    ...{ config, inTransaction, master, tokens, journal, notices, gate, vault, ledger, append },
    ...{ newId, clock },
  };
}

/** A master key is made only where nothing was sealed yet. */
async function masterKey(config: Config, database: Database) {
  const { rows } = await database.pool.query("select 1 from vault_master limit 1");
  const source = masterKeySource(process.env, join(config.data, "keys", "master.key"));
  return loadMasterKey(source, rows.length === 0);
}
