import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";

const port = Type.Integer({ minimum: 0, maximum: 65_535 });
const strict = { additionalProperties: false } as const;

/**
 * `fairnotice.json`: a configuration of one's own. `init` writes one; every key may also come from
 * the environment or a flag.
 */
export const ConfigSchema = Type.Object(
  {
    port: Type.Optional(port),
    host: Type.Optional(Type.String({ minLength: 1, maxLength: 253 })),
    data: Type.Optional(Type.String({ minLength: 1 })),
    database: Type.Optional(Type.String({ pattern: "^postgres(ql)?://" })),
    notice: Type.Optional(Type.String({ minLength: 1 })),
    baseUrl: Type.Optional(Type.String({ pattern: "^https?://[^/]+$" })),
    trustedProxies: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    /** Outgoing mail, `smtp://user:password@host:587`; the password rather from FAIRNOTICE_SMTP. */
    smtp: Type.Optional(Type.String({ pattern: "^smtps?://" })),
    /** Port of incoming mail; 0 picks a free one. Absent: no mail is received. */
    smtpIn: Type.Optional(port),
    /** Domain of the addresses that answers and bounces come back to. */
    mailDomain: Type.Optional(Type.String({ minLength: 1, maxLength: 253 })),
    demo: Type.Optional(Type.Boolean()),
    /** Invented people of the demo. */
    demoPeople: Type.Optional(Type.Integer({ minimum: 0, maximum: 5_000 })),
  },
  strict,
);

type Given = Static<typeof ConfigSchema>;

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly database: string | null;
  readonly notice: string;
  readonly baseUrl: string;
  readonly trustedProxies: readonly string[];
  readonly smtp: string | null;
  readonly smtpIn: number | null;
  readonly mailDomain: string;
  readonly demo: boolean;
  readonly demoPeople: number;
};

/** What was written cannot be used; the message names the place and what is wrong. */
export class ConfigError extends Error {}

export const CONFIG_FILE = "fairnotice.json";
const DEMO_NOTICE = "notices/demo";
const DEMO_PEOPLE = 300;
const NUMBERS: ReadonlySet<keyof Given> = new Set(["port", "smtpIn", "demoPeople"]);

/** Flags win over the environment, the environment over the file, the file over defaults. */
export function loadConfig(folder: string, environment: NodeJS.ProcessEnv, flags: Given): Config {
  const given: Given = { ...fromFile(folder), ...fromEnvironment(environment), ...flags };
  const demo = given.demo ?? false;
  const notice = given.notice ?? (demo ? DEMO_NOTICE : null);
  if (notice === null) {
    throw new ConfigError(
      `no notice is named: give --notice PATH, write one with \`init\`, or try --demo`,
    );
  }
  const chosenPort = given.port ?? 3000;
  const baseUrl = given.baseUrl ?? `http://localhost:${chosenPort}`;
  return {
    port: chosenPort,
    host: given.host ?? "127.0.0.1",
    data: resolve(folder, given.data ?? "data"),
    database: given.database ?? null,
    notice: resolve(folder, notice),
    baseUrl,
    trustedProxies: given.trustedProxies ?? [],
    smtp: given.smtp ?? null,
    smtpIn: given.smtpIn ?? (demo ? 0 : null),
    mailDomain: given.mailDomain ?? new URL(baseUrl).hostname,
    demo,
    demoPeople: given.demoPeople ?? DEMO_PEOPLE,
  };
}

export function hasOwnConfig(folder: string): boolean {
  return existsSync(resolve(folder, CONFIG_FILE));
}

function fromFile(folder: string): Given {
  const file = resolve(folder, CONFIG_FILE);
  if (!existsSync(file)) return {};
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new ConfigError(`${CONFIG_FILE} is not JSON: ${(cause as Error).message}`, { cause });
  }
  return checked(read, CONFIG_FILE);
}

const NAMES: { readonly [variable: string]: keyof Given } = {
  FAIRNOTICE_PORT: "port",
  FAIRNOTICE_HOST: "host",
  FAIRNOTICE_DATA: "data",
  FAIRNOTICE_DATABASE: "database",
  FAIRNOTICE_NOTICE: "notice",
  FAIRNOTICE_BASE_URL: "baseUrl",
  FAIRNOTICE_TRUSTED_PROXIES: "trustedProxies",
  FAIRNOTICE_SMTP: "smtp",
  FAIRNOTICE_SMTP_IN: "smtpIn",
  FAIRNOTICE_MAIL_DOMAIN: "mailDomain",
  FAIRNOTICE_DEMO_PEOPLE: "demoPeople",
};

function fromEnvironment(environment: NodeJS.ProcessEnv): Given {
  const read: Record<string, unknown> = {};
  for (const [variable, key] of Object.entries(NAMES)) {
    const value = environment[variable];
    if (value === undefined || value === "") continue;
    if (NUMBERS.has(key)) read[key] = Number(value);
    else if (key === "trustedProxies") read[key] = value.split(",").map((each) => each.trim());
    else read[key] = value;
  }
  return checked(read, "the environment (FAIRNOTICE_*)");
}

function checked(read: unknown, where: string): Given {
  const [error] = Value.Errors(ConfigSchema, read);
  // The value itself may be a password: only its place is told.
  if (error !== undefined) {
    throw new ConfigError(`${where}: \`${error.instancePath || "/"}\` ${error.message}`);
  }
  return read as Given;
}
