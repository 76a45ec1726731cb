import type { Json } from "#kit/canonical-json";
import type { Text } from "../notice.ts";

export type Node = { readonly [key: string]: Json };
export type MakeId = (kind: string, name: string) => string;

/** Addresses of the things of one version; ids of manifests need no escaping, but are escaped. */
export function idsOf(base: string): MakeId {
  return (kind, name) => `${base}#${kind}:${name.split("/").map(encodeURIComponent).join("/")}`;
}

export function textLd(text: Text): Json {
  return Object.entries(text).map(([language, value]) => ({
    "@language": language,
    "@value": value,
  }));
}

export function typesOf(general: string, ...special: readonly string[]): Json {
  return special.length === 0 ? general : [general, ...special];
}
