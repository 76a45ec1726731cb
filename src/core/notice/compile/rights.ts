import type { Manifest } from "../manifest-schema.ts";
import type { Authority, ComplaintStep, NoticeRights } from "../notice.ts";
import type { Texts } from "./texts.ts";

export function compileRights(manifest: Manifest, texts: Texts): NoticeRights {
  const { rights, practice } = manifest;
  const { fee, appeal } = rights;
  const decides = practice.automatedDecisions !== undefined || manifest.decisions !== undefined;
  return {
    offered: rights.offered,
    contact: rights.contact,
    methods: rights.methods ?? [],
    withdrawal: texts.orNull(rights.withdrawal),
    agents: texts.orNull(rights.agents),
    appeal:
      appeal === undefined
        ? null
        : { about: texts.of(appeal.about), contact: appeal.contact ?? null },
    identity: texts.orNull(rights.identity),
    fee: fee === undefined ? null : { charged: fee.charged, note: texts.orNull(fee.note) },
    authorities: (manifest.authorities ?? []).map(compileAuthority),
    complaints: (manifest.complaints ?? []).map((each) => compileStep(each, texts)),
    acceptance: practice.acceptance,
    cookieChoice: practice.cookieChoice,
    changeNotice: practice.changeNotice,
    noticeAhead: practice.noticeAhead ?? null,
    signals: practice.signals ?? null,
    automatedDecisions: decides ? "declared" : "none",
    automatedDecisionsAbout: texts.orNull(practice.automatedDecisions),
  };
}

function compileAuthority(given: NonNullable<Manifest["authorities"]>[number]): Authority {
  return {
    name: given.name,
    country: given.country,
    url: given.url,
    lead: given.lead ?? false,
    address: given.address ?? null,
    email: given.email ?? null,
    phone: given.phone ?? null,
  };
}

function compileStep(
  given: NonNullable<Manifest["complaints"]>[number],
  texts: Texts,
): ComplaintStep {
  return {
    step: given.step,
    name: texts.of(given.name),
    url: given.url ?? null,
    free: given.free ?? null,
    contact: given.contact ?? null,
    address: given.address ?? null,
    email: given.email ?? null,
    phone: given.phone ?? null,
    acknowledged: given.acknowledged ?? null,
    answered: given.answered ?? null,
    regimes: given.regimes ?? [],
  };
}
