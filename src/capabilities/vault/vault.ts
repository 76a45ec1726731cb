/**
 * Personal values, sealed per person and compartment, opened for a permit only. Rank 2; see
 * README.md.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Inspect, Permit, PermitTerms } from "#core/gate/permit";
import { assert } from "#kit/assert";
import type { MasterKey } from "#platform/crypto/master-key";
import { deriveKey, KEY_BYTES, SealBroken, seal, unseal } from "#platform/crypto/seal";
import type { Tx } from "#platform/database/database";
import { type AddressKind, addressHash } from "./address-hash.ts";
import { refuse } from "./errors.ts";
import {
  type AccessRow,
  accessesOf,
  deleteValues,
  destroyRows,
  holdHashes,
  insertAccess,
  insertKeys,
  insertLookUp,
  insertMaster,
  insertValues,
  keysOf,
  lookUp,
  markProven,
  mastersOf,
  valuesOf,
} from "./store.ts";

export type { AddressKind } from "./address-hash.ts";

export type VaultDeps = {
  readonly master: MasterKey;
  readonly inspect: Inspect;
  /** Position of the last fact of each subject; 0 for one without. */
  readonly epochsOf: (
    tx: Tx,
    subjectIds: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>;
  readonly versionInForce: (tx: Tx) => Promise<number | null>;
  readonly newId: () => string;
  readonly clock: () => number;
};

export type NewValue = {
  readonly subjectId: string;
  readonly valueId: string;
  readonly category: string;
  readonly text: string;
};

/** A colleague who looks; absent where the product itself uses the value. */
export type Reader = { readonly staffId: string };

export type Vault = {
  /** Refuses to start on data that another master key sealed. */
  assertMaster(tx: Tx): Promise<void>;
  store(tx: Tx, permit: Permit, values: readonly NewValue[]): Promise<void>;
  /** Opens what the permit names; a value that is gone is absent from the answer. */
  open(tx: Tx, permit: Permit, reader?: Reader): Promise<ReadonlyMap<string, string>>;
  hashOf(kind: AddressKind, text: string): Buffer;
  /** HMAC of any text under a key of ours. */
  keyedHash(text: string): Buffer;
  enlist(tx: Tx, hash: Buffer, subjectId: string, addressId: string): Promise<void>;
  /** Whoever proved the address first; at most 200. */
  find(tx: Tx, hash: Buffer): ReturnType<typeof lookUp>;
  markProven(tx: Tx, hash: Buffer, subjectId: string, addressId: string): Promise<void>;
  /**
   * Makes whoever writes, proves or erases under one of these addresses wait for the end of this
   * transaction. Taken before any row of a person is locked.
   */
  hold(tx: Tx, hashes: readonly Buffer[]): Promise<void>;
  /** Destroys single values of a person; the rest of them stays. */
  forget(tx: Tx, subjectId: string, valueIds: readonly string[]): Promise<void>;
  destroy(tx: Tx, subjectIds: readonly string[], compartment?: string): Promise<void>;
  /** Salts of log commitments; made with the person's key at first need. */
  saltsOf(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Null for a person without a key: erased, or never seen. Makes none. */
  knownSalt(tx: Tx, subjectId: string): Promise<Buffer | null>;
  accessesOf(tx: Tx, subjectIds: readonly string[]): Promise<readonly AccessRow[]>;
};

export const LOOK_UP_KEY_VERSION = 1;
const MAIN = "main";
const CHECK = "fairnotice master key";

export function openVault(deps: VaultDeps): Vault {
  const hashKey = deps.master.derive("keyed-hash");
  return {
    assertMaster: (tx) => assertMaster(deps, tx),
    store: (tx, permit, values) => store(deps, tx, permit, values),
    open: (tx, permit, reader) => open(deps, tx, permit, reader),
    hashOf: (kind, text) => addressHash(deps.master.lookUp, kind, text),
    keyedHash: (text) => createHmac("sha256", hashKey).update(text).digest(),
    enlist: (tx, hash, subjectId, addressId) =>
      insertLookUp(tx, hash, subjectId, addressId, LOOK_UP_KEY_VERSION),
    find: lookUp,
    markProven: (tx, hash, subjectId, addressId) =>
      markProven(tx, hash, subjectId, addressId, new Date(deps.clock())),
    hold: holdHashes,
    forget: deleteValues,
    destroy: (tx, ids, compartment) => destroyRows(tx, ids, compartment ?? null),
    async saltsOf(tx, ids) {
      const keys = await dataKeys(
        deps,
        tx,
        ids.map((id) => [id, MAIN] as const),
      );
      return new Map(ids.map((id) => [id, saltFrom(keys.get(`${id} ${MAIN}`)!)]));
    },
    async knownSalt(tx, id) {
      const key = (await wrappedKeys(deps, tx, [id])).get(`${id} ${MAIN}`);
      return key === undefined ? null : saltFrom(key);
    },
    accessesOf,
  };
}

function saltFrom(key: Buffer): Buffer {
  return deriveKey(key, "commitment");
}

async function assertMaster({ master, clock }: VaultDeps, tx: Tx): Promise<void> {
  const masters = await mastersOf(tx);
  const own = masters.find((row) => row.keyId === master.id);
  if (own !== undefined) {
    assert(unseal(master.wrapping, CHECK, own.checkValue).toString() === CHECK, "the check opens");
    return;
  }
  if (masters.length > 0) {
    const known = masters.map((row) => row.keyId).join(", ");
    throw new Error(
      `the data was sealed with the master key ${known}, and the one given is ${master.id}; nothing was changed`,
    );
  }
  const checkValue = seal(master.wrapping, CHECK, Buffer.from(CHECK));
  await insertMaster(tx, { keyId: master.id, checkValue }, new Date(clock()));
}

async function store(
  deps: VaultDeps,
  tx: Tx,
  permit: Permit,
  values: readonly NewValue[],
): Promise<void> {
  const terms = await valid(deps, tx, permit);
  if (terms.use.kind !== "collect") refuse("vault.not_permitted", { use: terms.use.kind });
  const compartment = terms.use.compartment ?? MAIN;
  for (const { category, subjectId } of values) {
    if (!terms.use.categories.includes(category)) refuse("vault.not_permitted", { category });
    if (!terms.epochs.has(subjectId)) refuse("vault.not_permitted");
  }
  const wanted = values.map(({ subjectId }) => [subjectId, compartment] as const);
  const keys = await dataKeys(deps, tx, wanted);
  const rows = values.map(({ subjectId, valueId, category, text }) => {
    const key = keys.get(`${subjectId} ${compartment}`)!;
    const place = placeOf(subjectId, compartment, valueId);
    return {
      subjectId,
      valueId,
      compartment,
      category,
      sealed: seal(key, place, Buffer.from(text)),
    };
  });
  if (rows.length > 0) await insertValues(tx, rows);
}

async function open(
  deps: VaultDeps,
  tx: Tx,
  permit: Permit,
  reader: Reader | undefined,
): Promise<ReadonlyMap<string, string>> {
  const terms = await valid(deps, tx, permit);
  const subjectIds = [...terms.epochs.keys()];
  const rows = await valuesOf(tx, subjectIds, [...terms.values.values()].flat());
  const permitted = rows.filter((row) => terms.values.get(row.category)?.includes(row.valueId));
  const keys = await wrappedKeys(deps, tx, subjectIds);
  const opened = new Map<string, string>();
  for (const { subjectId, compartment, valueId, sealed } of permitted) {
    const key = keys.get(`${subjectId} ${compartment}`);
    if (key === undefined) continue;
    opened.set(valueId, unseal(key, placeOf(subjectId, compartment, valueId), sealed).toString());
  }
  if (reader !== undefined && permitted.length > 0)
    await recordLook(deps, tx, terms, permitted, reader);
  return opened;
}

async function recordLook(
  deps: VaultDeps,
  tx: Tx,
  terms: PermitTerms,
  opened: readonly { readonly subjectId: string; readonly category: string }[],
  reader: Reader,
): Promise<void> {
  const bySubject = Map.groupBy(opened, (row) => row.subjectId);
  const rows = [...bySubject].map(([subjectId, seen]) => ({
    subjectId,
    accessId: deps.newId(),
    staffId: reader.staffId,
    at: new Date(deps.clock()),
    purpose: terms.use.purpose,
    categories: [...new Set(seen.map((row) => row.category))],
  }));
  await insertAccess(tx, rows);
}

/**
 * The four ways in which a permit fails: not ours, too old, another notice, another state of the
 * person.
 */
async function valid(deps: VaultDeps, tx: Tx, permit: Permit): Promise<PermitTerms> {
  const terms = deps.inspect(permit) ?? refuse("vault.unknown_permit");
  if (deps.clock() >= terms.expiresAt) refuse("vault.permit_over");
  const version = await deps.versionInForce(tx);
  if (version !== terms.noticeVersion) refuse("vault.permit_void");
  const epochs = await deps.epochsOf(tx, [...terms.epochs.keys()]);
  for (const [subjectId, epoch] of terms.epochs) {
    if ((epochs.get(subjectId) ?? 0) !== epoch) refuse("vault.permit_void");
  }
  return terms;
}

type Wanted = readonly (readonly [subjectId: string, compartment: string])[];

/** Keys by `subject compartment`, made where missing. */
async function dataKeys(
  deps: VaultDeps,
  tx: Tx,
  wanted: Wanted,
): Promise<ReadonlyMap<string, Buffer>> {
  const ids = [...new Set(wanted.map(([id]) => id))];
  const known = await wrappedKeys(deps, tx, ids);
  const missing = wanted.filter(([id, compartment]) => !known.has(`${id} ${compartment}`));
  if (missing.length === 0) return known;
  const rows = missing.map(([subjectId, compartment]) => {
    const place = `key ${subjectId} ${compartment}`;
    const wrapped = seal(deps.master.wrapping, place, randomBytes(KEY_BYTES));
    return { subjectId, compartment, wrapped, keyId: deps.master.id };
  });
  await insertKeys(tx, rows, new Date(deps.clock()));
  // Read again: another transaction may have made one of them first.
  return wrappedKeys(deps, tx, ids);
}

async function wrappedKeys(
  { master }: VaultDeps,
  tx: Tx,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const keys = new Map<string, Buffer>();
  for (const { subjectId, compartment, wrapped } of await keysOf(tx, subjectIds)) {
    const place = `key ${subjectId} ${compartment}`;
    try {
      keys.set(`${subjectId} ${compartment}`, unseal(master.wrapping, place, wrapped));
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause;
      throw new Error("a person's key does not open with this master key", { cause });
    }
  }
  return keys;
}

function placeOf(subjectId: string, compartment: string, valueId: string): string {
  return `value ${subjectId} ${compartment} ${valueId}`;
}
