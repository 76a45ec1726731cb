/** Languages written from right to left, where no script subtag says otherwise. */
const RIGHT_TO_LEFT = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "ps",
  "sd",
  "ug",
  "ur",
  "yi",
]);

/** Value of the `dir` attribute for a language tag. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", second = ""] = language.toLowerCase().split("-");
  if (second === "latn" || second === "cyrl") return "ltr";
  if (second === "arab" || second === "hebr") return "rtl";
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}
