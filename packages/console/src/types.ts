/**
 * The server's own shapes: one declaration for both sides, taken as types only so that nothing of
 * the server reaches the browser.
 */

export type {
  CheckedText,
  Diff,
  Draft,
  DraftRow,
  Impact,
  NoticeVersionRow,
  ShownToPerson,
  Telling,
} from "#edges/http/console/notice-schemas";
export type { RequestAct, RequestRecord, RequestRow } from "#edges/http/console/request-schemas";
export type {
  Campaign,
  CampaignDraft,
  Choices,
  FirstDay,
  LogOverview,
  MailCheck,
  NoticeOverview,
  PeoplePage,
  PersonRecord,
  PersonRow,
  Role,
  Session,
} from "#edges/http/console/schemas";
export type {
  Account,
  Invitation,
  MadeLink,
  PasswordLink,
  StaffRow,
} from "#edges/http/console/team-schemas";
