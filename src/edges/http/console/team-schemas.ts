/** The shapes of the team's and one's own account's interface; see `schemas.ts`. */
import { type Static, Type } from "typebox";
import { Role } from "./schemas.ts";

const Id = Type.String({ format: "uuid" });
const When = Type.String({ format: "date-time" });
const strict = { additionalProperties: false } as const;

export const IdParams = Type.Object({ id: Id });
/** Addresses, names and passwords have rules of their own, which say in words what is wrong. */
const Email = Type.String({ maxLength: 1_000 });
const Password = Type.String({ maxLength: 1_000 });
const Token = Type.String({ maxLength: 512 });

export const AcceptInvitation = Type.Object(
  {
    token: Token,
    name: Type.String({ maxLength: 1_000 }),
    email: Type.Optional(Email),
    password: Password,
  },
  strict,
);

export const LookAtLink = Type.Object({ token: Token }, strict);
export const Invitation = Type.Object({
  role: Role,
  email: Type.Union([Type.String(), Type.Null()]),
});
export const Invite = Type.Object({ email: Email, role: Role }, strict);
export const NewRole = Type.Object({ role: Role }, strict);
export const MadeLink = Type.Object({ link: Type.String() });
export const Ended = Type.Object({ ended: Type.Integer({ minimum: 0 }) });

export const StaffRow = Type.Object(
  {
    id: Id,
    name: Type.Union([Type.String(), Type.Null()]),
    email: Type.String(),
    role: Role,
    state: Type.Union([
      Type.Literal("active"),
      Type.Literal("invited"),
      Type.Literal("deactivated"),
    ]),
    since: When,
    /** Until when an invitation waits. */
    until: Type.Union([When, Type.Null()]),
  },
  strict,
);

export const Account = Type.Object(
  {
    sessions: Type.Array(
      Type.Object({ startedAt: When, seenAt: When, current: Type.Boolean() }, strict),
    ),
  },
  strict,
);

export const ChangePassword = Type.Object({ present: Password, wanted: Password }, strict);
export const PasswordLink = Type.Object({ email: Type.String(), name: Type.String() });
export const UsePasswordLink = Type.Object({ token: Token, password: Password }, strict);

export type Account = Static<typeof Account>;
export type Invitation = Static<typeof Invitation>;
export type MadeLink = Static<typeof MadeLink>;
export type PasswordLink = Static<typeof PasswordLink>;
export type StaffRow = Static<typeof StaffRow>;
