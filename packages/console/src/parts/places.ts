import {
  IconChecklist,
  IconFileCertificate,
  IconListDetails,
  IconMail,
  IconScale,
  IconUserPlus,
  IconUsers,
} from "@tabler/icons-react";

/** The console's pages, in the order of the navigation, with the action that lets one see each. */
export const PLACES = [
  { to: "/", label: "First day", icon: IconChecklist, may: "checklist.see" },
  { to: "/people", label: "People", icon: IconUsers, may: "people.list" },
  { to: "/campaigns", label: "Campaigns", icon: IconMail, may: "campaigns.see" },
  { to: "/requests", label: "Requests", icon: IconScale, may: "requests.see" },
  { to: "/notice", label: "Notice", icon: IconFileCertificate, may: "notice.see" },
  { to: "/log", label: "Log", icon: IconListDetails, may: "log.see" },
  { to: "/team", label: "Team", icon: IconUserPlus, may: "staff.see" },
] as const;

export function placesFor(may: readonly string[]): readonly (typeof PLACES)[number][] {
  return PLACES.filter((place) => may.includes(place.may));
}
