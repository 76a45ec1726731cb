/**
 * The shapes of `GET /v1/banner` and `POST /v1/choices`. The server's schemas are checked against
 * these types.
 */

export type BannerItem = {
  readonly id: string;
  readonly item: string;
  readonly kind: "cookie" | "local-storage" | "session-storage" | "indexed-db" | "pixel";
  readonly provider: string;
  readonly lifetime: string;
};

export type BannerPurpose = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** SHA-256 (hex) of the wording that a choice for this purpose was made under. */
  readonly wording: string;
  /** Version of the notice in which it began to be what it is: older choices were of another. */
  readonly since: number;
  /** Whether Global Privacy Control refuses it. */
  readonly signalled: boolean;
  readonly items: readonly BannerItem[];
};

export type BannerTexts = {
  readonly title: string;
  readonly body: string;
  readonly accept: string;
  readonly refuse: string;
  readonly choose: string;
  readonly save: string;
  readonly back: string;
  readonly notice: string;
  readonly cookies: string;
  readonly reopen: string;
  readonly signal: string;
  readonly failed: string;
  readonly recorded: string;
  readonly receipt: string;
  readonly items: string;
  readonly changed: string;
};

export type BannerConfig = {
  readonly noticeVersion: number;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /**
   * `none`: the visitor's law asks for no choice, and nothing is shown until the person opens the
   * dialogue.
   */
  readonly mode: "opt-in" | "opt-out" | "none";
  readonly noticeUrl: string;
  readonly cookiesUrl: string;
  readonly purposes: readonly BannerPurpose[];
  readonly necessary: readonly BannerItem[];
  readonly texts: BannerTexts;
};

export type Act = {
  readonly purpose: string;
  readonly act: "grant" | "refusal" | "withdrawal";
  readonly wording: string;
};

export type ChoicesRequest = {
  readonly noticeVersion: number;
  readonly language: string;
  readonly acts: readonly Act[];
  /** Value of the choice cookie, so that the same device is meant; empty at the first choice. */
  readonly device: string;
  readonly signal: boolean;
};

export type ChoicesAnswer = {
  /** The new value of the choice cookie and how long it stands, in seconds. */
  readonly cookie: string;
  readonly cookieSeconds: number;
  readonly receipts: readonly string[];
};
