/** Who is known, what is held about them and how it came. Rank 3; see README.md. */
import type { Tx } from "#platform/database/database";
import { holdAddress, type Reach, reachOf } from "./claims.ts";
import { type Collected, type CollectRequest, collect } from "./collect.ts";
import { type Correction, correctValue } from "./correct-value.ts";
import { destroy, erasedWith, markErased } from "./erase.ts";
import type { PeoplePorts } from "./ports.ts";
import { proveAddress, unlink } from "./prove-address.ts";
import { type Record, readRecord, readText } from "./record.ts";
import {
  addressHashes,
  countDemo,
  demoPage,
  type PersonRow,
  peopleOf,
  peoplePage,
} from "./store.ts";

export type { Reach } from "./claims.ts";
export type { Collected, CollectRequest } from "./collect.ts";
export type { PeoplePorts } from "./ports.ts";
export type { Record, RecordValue } from "./record.ts";
export type { PersonRow } from "./store.ts";

export type People = {
  collect(tx: Tx, request: CollectRequest): Promise<Collected>;
  correct(tx: Tx, correction: Correction): Promise<Collected | null>;
  proveAddress(tx: Tx, id: string, addressId: string): Promise<boolean>;
  /** The person, and what was sent under their proven addresses without a proof. */
  reach(tx: Tx, id: string): Promise<Reach>;
  /** Comes before any lock on a row of a request or person that is about to be proven. */
  holdAddress(tx: Tx, id: string, addressId: string): Promise<void>;
  /** Whether a link that was sent to an address of this person is good for anything still. */
  lives(tx: Tx, id: string, addressId?: string): Promise<boolean>;
  /** Keyed hash of an address of this person; null where there is none. */
  addressHash(tx: Tx, id: string, addressId: string): Promise<Buffer | null>;
  unlink(tx: Tx, one: string, other: string): Promise<boolean>;
  record(
    tx: Tx,
    id: string,
    purpose: string,
    reader?: { readonly staffId: string },
  ): Promise<Record>;
  /** One value, opened for one purpose; null where it is gone or the gate denies it. */
  text(
    tx: Tx,
    id: string,
    valueId: string,
    purpose: string,
    reader?: { readonly staffId: string },
  ): Promise<string | null>;
  page(tx: Tx, before: string | null, sizeMax: number): Promise<readonly PersonRow[]>;
  of(tx: Tx, ids: readonly string[]): Promise<readonly PersonRow[]>;
  markErased(tx: Tx, id: string): Promise<readonly string[]>;
  erasedWith(tx: Tx, id: string): Promise<readonly string[]>;
  destroy(tx: Tx, ids: readonly string[]): Promise<void>;
  demoPage(tx: Tx, sizeMax: number): Promise<readonly string[]>;
  countDemo(tx: Tx): Promise<number>;
};

export function openPeople(ports: PeoplePorts): People {
  return {
    collect: (tx, request) => collect(ports, tx, request),
    correct: (tx, correction) => correctValue(ports, tx, correction),
    async proveAddress(tx, id, addressId) {
      const hash = await addressHash(tx, id, addressId);
      return hash !== null && proveAddress(ports, tx, id, addressId, hash);
    },
    addressHash,
    reach: (tx, id) => reachOf(ports, tx, id),
    holdAddress: (tx, id, addressId) => holdAddress(ports, tx, id, addressId),
    async lives(tx, id, addressId) {
      const person = (await ports.subjects(tx, [id])).get(id);
      if (person === undefined || person.erased) return false;
      return addressId === undefined || (await addressHash(tx, id, addressId)) !== null;
    },
    unlink: (tx, one, other) => unlink(ports, tx, one, other),
    record: (tx, id, purpose, reader) => readRecord(ports, tx, id, purpose, reader),
    text: (tx, id, valueId, purpose, reader) => readText(ports, tx, id, valueId, purpose, reader),
    page: peoplePage,
    of: peopleOf,
    markErased: (tx, id) => markErased(ports, tx, id),
    erasedWith: (tx, id) => erasedWith(ports, tx, id),
    destroy: (tx, ids) => destroy(ports, tx, ids),
    demoPage,
    countDemo,
  };
}

async function addressHash(tx: Tx, id: string, addressId: string): Promise<Buffer | null> {
  const own = (await addressHashes(tx, [id])).find((row) => row.addressId === addressId);
  return own === undefined ? null : Buffer.from(own.hash, "hex");
}
