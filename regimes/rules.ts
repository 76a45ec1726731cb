import type { ClockRule, ComplaintStep, Length } from "#core/law/clock-rule";
import type { ConsentRule, ContactRule, Dated, DeviceRule } from "#core/law/regime";

/** Given by a clear act, and nothing bundled with it. */
export const GIVEN: ConsentRule = { manners: ["explicit", "guardian"], termMonthsMax: null };

/** Bases of article 6(1) GDPR, which the laws around it share. */
export const BASES = [
  "consent",
  "contract",
  "legal-obligation",
  "vital-interests",
  "public-task",
  "legitimate-interests",
] as const;

type What = Partial<ClockRule> & Pick<ClockRule, "duty" | "length">;

/** A clock with what it has beyond a length: nothing rolls, pauses or extends unless said. */
export const clock = (given: What): ClockRule => ({
  ...{ countsStart: false, roll: null, starts: [], pauses: [], extension: null },
  ...{ confirmation: null, reading: null, ...given },
});

export const months = (count: number): Length => ({ count, unit: "months" });
export const days = (count: number): Length => ({ count, unit: "days" });
export const businessDays = (count: number): Length => ({ count, unit: "business-days" });
export const hours = (count: number): Length => ({ count, unit: "hours" });

/** A rule and its life; not confirmed unless said. */
export const dated = <T>(
  from: string,
  until: string | null,
  provision: string,
  rule: T,
  confirmed = false,
): Dated<T> => ({ from, until, provision, confirmed, rule });

export const step = (
  to: ComplaintStep["to"],
  name: string,
  provision: string,
  more: Partial<ComplaintStep> = {},
): ComplaintStep => ({ to, name, provision, confirmed: false, clock: null, ...more });

export const contactBy = (
  marketingBases: ContactRule["marketingBases"],
  more: Partial<ContactRule> = {},
): ContactRule => ({
  ...{ marketingBases, consent: GIVEN, softOptIn: null, corporateExempt: false, screening: null },
  ...more,
});

export const deviceBy = (mode: DeviceRule["mode"], consent = GIVEN): DeviceRule => ({
  ...{ mode, consent, statisticsExempt: false },
});
