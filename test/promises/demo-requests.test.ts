/** The demo's people prove their requests, so that an officer finds each step on the first day. */
import pg from "pg";
import { expect, test } from "vitest";
import { findPlace } from "#platform/database/place";
import { newDataFolder, startProduct } from "#test/support/product";

test("requests of the demo are proven, answered, and some are left for the officer", async () => {
  const folder = newDataFolder();
  const product = await startProduct({ data: folder.path, demoPeople: 90 });
  const host = findPlace(folder.path).socket;
  const database = new pg.Pool({ host, user: "fairnotice", database: "fairnotice", max: 1 });
  try {
    await product.says("everybody is in", 100_000);
    const { rows } = await database.query("select state from rights_request");
    const states = rows.map(({ state }) => state);
    expect(states).toContain("answered");
    expect(states).toContain("open");
    expect(states.filter((state) => state !== "awaiting-proof").length).toBeGreaterThan(2);
  } finally {
    await database.end();
    await product.stop();
    folder.remove();
  }
}, 150_000);
