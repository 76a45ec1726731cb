import { filesIn, read } from "./repository.ts";

type Lockfile = {
  readonly packages: {
    readonly [path: string]: {
      readonly resolved?: string;
      readonly integrity?: string;
      readonly link?: boolean;
      readonly hasInstallScript?: boolean;
      readonly optional?: boolean;
      readonly dependencies?: { readonly [name: string]: string };
      readonly optionalDependencies?: { readonly [name: string]: string };
    };
  };
};

/**
 * Lockfiles name no registry of somebody's own, carry the integrity of every package, hold each
 * platform's optional packages (a lockfile written on one platform can lack the others', and then
 * `npm ci` refuses it elsewhere), and nothing needs an install script.
 */
export async function checkLockfiles(): Promise<readonly string[]> {
  const files = ["package-lock.json", ...filesIn(["tools"], /package-lock\.json$/)];
  return files.flatMap((file) => problemsIn(file, JSON.parse(read(file))));
}

function problemsIn(file: string, { packages }: Lockfile): readonly string[] {
  const found: string[] = [];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "") continue;
    const { resolved } = entry;
    if (resolved !== undefined) found.push(`${file}: ${path} names the address ${resolved}`);
    if (entry.integrity === undefined && !entry.link)
      found.push(`${file}: ${path} has no integrity`);
    if (entry.hasInstallScript && !entry.optional)
      found.push(`${file}: ${path} needs an install script, and those stay off`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, path, name))
        found.push(`${file}: ${name}, optional for ${path}, is not locked`);
    }
  }
  return found;
}

/** A package is found in the `node_modules` of whoever needs it, or of a folder above. */
function isLocked(packages: Lockfile["packages"], from: string, name: string): boolean {
  let at = from;
  for (;;) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === "") return false;
    at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")));
    if (!at.includes("node_modules")) at = "";
  }
}
