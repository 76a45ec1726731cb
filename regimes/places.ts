/** Places that several packs name. */

/**
 * Members of the Union and the EEA. The United Kingdom was one of them until the end of 2020; its
 * own pack covers it throughout.
 */
export const EEA: readonly string[] = [
  ...["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"],
  ...["IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO"],
];

/** Time zone of a state's capital. */
export const EEA_ZONES: { readonly [country: string]: string } = {
  ...{ AT: "Europe/Vienna", BE: "Europe/Brussels", BG: "Europe/Sofia", CY: "Asia/Nicosia" },
  ...{ CZ: "Europe/Prague", DE: "Europe/Berlin", DK: "Europe/Copenhagen", EE: "Europe/Tallinn" },
  ...{ ES: "Europe/Madrid", FI: "Europe/Helsinki", FR: "Europe/Paris", GR: "Europe/Athens" },
  ...{ HR: "Europe/Zagreb", HU: "Europe/Budapest", IE: "Europe/Dublin", IT: "Europe/Rome" },
  ...{ LT: "Europe/Vilnius", LU: "Europe/Luxembourg", LV: "Europe/Riga", MT: "Europe/Malta" },
  ...{ NL: "Europe/Amsterdam", PL: "Europe/Warsaw", PT: "Europe/Lisbon", RO: "Europe/Bucharest" },
  ...{ SE: "Europe/Stockholm", SI: "Europe/Ljubljana", SK: "Europe/Bratislava" },
  ...{ IS: "Atlantic/Reykjavik", LI: "Europe/Vaduz", NO: "Europe/Oslo" },
};

/**
 * Countries of the world (ISO 3166-1), for a law that asks nothing of a transfer to any of them.
 */
export const WORLD_COUNTRIES: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS " +
  "BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE " +
  "EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM " +
  "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC " +
  "LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA " +
  "NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO " +
  "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
).split(" ");
