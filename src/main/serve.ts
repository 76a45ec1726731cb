import { join, resolve } from "node:path";
import { mainController } from "#core/notice/main-controller";
import { consentWording } from "#core/notice/render/wording";
import { assetsOnSite, demoSite, formOnSite } from "#demo/site";
import { siteText } from "#demo/site-text";
import { THIRD_PARTIES, thirdPartyRoutes } from "#demo/third-parties";
import type { House } from "#edges/house";

import {
  answerChoices,
  askedPurposes,
  deviceOf,
  lastOn,
  ownSites,
} from "#edges/http/answer-choices";
import { accountRoutes } from "#edges/http/console/account-routes";

import { campaignRoutes } from "#edges/http/console/campaign-routes";
import {
  consoleFiles,
  guardOf,
  keepSession,
  sessionRoutes,
} from "#edges/http/console/console-routes";
import { firstDayRoutes } from "#edges/http/console/first-day-routes";
import { noticeDraftRoutes } from "#edges/http/console/notice-draft-routes";
import { noticeVersionRoutes } from "#edges/http/console/notice-version-routes";
import { type FindingsOf, officeRoutes } from "#edges/http/console/office-routes";
import { peopleRoutes } from "#edges/http/console/people-routes";
import { requestRoutes } from "#edges/http/console/request-routes";
import { shownRoutes } from "#edges/http/console/shown-routes";
import { teamRoutes } from "#edges/http/console/team-routes";
import { choiceRoutes } from "#edges/http/routes/choice-routes";
import { logRoutes } from "#edges/http/routes/log-routes";
import { operationRoutes } from "#edges/http/routes/operation-routes";
import { registerSchemas } from "#edges/http/routes/schema-routes";
import { openServer, type Routes, type Server, serverDefaults } from "#edges/http/server";
import { answerForms, type Library } from "#edges/web/answer-forms";
import { answerNotice } from "#edges/web/answer-notice";
import { answerPreferences, answerUnsubscribe } from "#edges/web/answer-preferences";
import { answerMailbox, answerReceipts } from "#edges/web/answer-receipts";
import { answerRights } from "#edges/web/answer-rights";
import { assetRoutes, siteSheet } from "#edges/web/assets";
import { KeptPages } from "#edges/web/kept-pages";
import type { Site } from "#edges/web/layout";
import type { ChoiceForms } from "#edges/web/pages/choice-form";
import { choicePages } from "#edges/web/pages/choice-pages";
import { complaintsPages } from "#edges/web/pages/complaints-pages";
import { type FormDeps, formRoutes } from "#edges/web/pages/form-routes";
import { formOnOwnPage, homePages } from "#edges/web/pages/home-pages";
import { noticePages } from "#edges/web/pages/notice-pages";
import type { Pages } from "#edges/web/pages/page-context";
import { preferencesPages } from "#edges/web/pages/preferences-pages";
import { mailboxPages, recordPages } from "#edges/web/pages/record-pages";
import { rightsPages } from "#edges/web/pages/rights-pages";
import { tokenPages } from "#edges/web/pages/token-pages";
import { problemPage } from "#edges/web/problem-page";
import { cookieOf } from "#edges/web/reader";
import { REGIMES } from "#regimes/all";
import { WORLD } from "#regimes/world";

const ROOT = resolve(import.meta.dirname, "../..");

/** Puts every route on one server, without listening. */
export async function serve(house: House, findingsOf: FindingsOf): Promise<Server> {
  const { config } = house;
  const secure = config.baseUrl.startsWith("https:");
  const site = await siteOf(house);
  const pages: Pages = {
    ...{ site, secure, countryOf: house.countryOf, kept: new KeptPages() },
    notices: answerNotice(house, WORLD.mechanisms ?? []),
  };
  const mailbox = answerMailbox(house);
  const forms = answerForms(house, config.demo ? demoLibrary : noLibrary);
  const formDeps: FormDeps = {
    ...{ pages, forms, newKey: house.newId, countryOf: house.countryOf },
    hasMailbox: mailbox?.isOpen ?? false,
  };
  const receipts = answerReceipts(house);
  const seen = new Map<string, number>();
  const routes: Routes[] = [
    assetRoutes([siteSheet]),
    registerSchemas,
    operationRoutes(operation(house), new URL(`file://${join(ROOT, "packages/sdk/dist/sdk.js")}`)),
    choiceRoutes(
      { ...answerChoices(house, REGIMES), onOwnSite: (site) => seen.set(site, house.clock()) },
      secure,
    ),
    logRoutes({
      key: house.ledger.verifierKey,
      checkpoint: async () =>
        (await house.inTransaction((tx) => house.ledger.checkpoint(tx)))?.note ?? null,
      tile: (path) => house.inTransaction((tx) => house.ledger.tile(tx, path)),
      receipt: receipts.receipt,
    }),
    choicePages(pages, choiceFormsOf(house)),
    noticePages(pages, choiceFormsOf(house)),
    tokenPages(pages, forms, answerUnsubscribe(house)),
    preferencesPages(pages, answerPreferences(house)),
    rightsPages(pages, answerRights(house), house.newId),
    complaintsPages(pages, house.newId),
    recordPages(pages, receipts),
    sessionRoutes(house, secure),
    teamRoutes(house, keepSession(secure)),
    accountRoutes(house, keepSession(secure)),
    peopleRoutes(house),
    campaignRoutes(house),
    requestRoutes(house),
    officeRoutes(house, findingsOf),
    noticeVersionRoutes(house, findingsOf),
    noticeDraftRoutes(house),
    shownRoutes(house),
    firstDayRoutes(house, { lastSeen: (host) => seen.get(host) ?? null }, () =>
      house.outgoing.probe(),
    ),
    consoleFiles(join(ROOT, "packages/console/dist")),
    ...(mailbox === null
      ? []
      : [mailboxPages(pages, mailbox, (request) => guardOf(house)(request, "mailbox.see"))]),
    ...(config.demo ? demoRoutes(formDeps, () => config.port) : ownRoutes(formDeps)),
  ];
  const settings = {
    ...serverDefaults,
    baseUrl: config.baseUrl,
    trustedProxies: config.trustedProxies,
    isOwnSite: ownSites(house),
  };
  return openServer(settings, house.log, routes, (answer, request) =>
    problemPage(site, answer, request),
  );
}

/** The demo company's site with the third parties that its tags come from. */
function demoRoutes(deps: FormDeps, port: () => number): readonly Routes[] {
  return [
    demoSite(deps, port),
    formRoutes(deps, formOnSite(deps, port)),
    thirdPartyRoutes(THIRD_PARTIES),
  ];
}

/** Beside a site of one's own: a first page, and a page for each form. */
function ownRoutes(deps: FormDeps): readonly Routes[] {
  return [homePages(deps), formRoutes(deps, formOnOwnPage(deps))];
}

async function siteOf({ config, inTransaction, notices }: House): Promise<Site> {
  const { demo } = config;
  if (demo) {
    const nav = (language: string) => siteText(language).nav;
    return { name: "Northlight Email", languages: ["en", "fr", "de"], nav, demo };
  }
  const notice = await inTransaction((tx) => notices.inForce(tx));
  const name = notice === null ? "Fairnotice" : (mainController(notice)?.name ?? notice.id);
  return { name, languages: notice?.languages ?? ["en"], nav: () => [], demo };
}

function operation(house: House) {
  return {
    baseUrl: house.config.baseUrl,
    ready: async () => {
      await house.inTransaction((tx) => house.notices.versionInForce(tx));
    },
    securityContact: async () => {
      const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
      const contact = notice?.contacts.find(({ kind }) => kind === "privacy");
      return contact?.email ?? `postmaster@${house.config.mailDomain}`;
    },
  };
}

const demoLibrary: Library = {
  assetsOf: assetsOnSite,
  read: (asset, language) =>
    asset === "deliverability-guide" ? siteText(language).whitepaper : null,
};
const noLibrary: Library = { assetsOf: () => [], read: () => null };

/**
 * What the plain form of the cookie page shows: the purposes that are asked about, with what this
 * device chose.
 */
function choiceFormsOf(house: House): ChoiceForms {
  return {
    async purposes(notice, language, request) {
      const device = deviceOf(house, cookieOf(request, "fn_choice") ?? "");
      const person =
        device === null
          ? undefined
          : await house.inTransaction(async (tx) =>
              (await house.gate.subjects(tx, [device])).get(device),
            );
      return askedPurposes(notice).map(({ purpose }) => {
        const last = lastOn(person?.choices ?? [], purpose.id);
        return {
          id: purpose.id,
          name: purpose.name[language] ?? purpose.id,
          about: purpose.about[language] ?? "",
          wording: consentWording(notice, { purpose: purpose.id }, language).sha256,
          // A yes to what the purpose was before is none to what it is.
          granted: last?.act === "grant" && last.revision === purpose.revision,
        };
      });
    },
  };
}
