/** Official short names of mechanisms of transfer, by their id in the registers. */
export const MECHANISM_NAMES: { readonly [id: string]: string } = {
  "safe-harbor": "US–EU Safe Harbor",
  "safe-harbor-ch": "US–Swiss Safe Harbor",
  shield: "EU–US Privacy Shield",
  "shield-ch": "Swiss–US Privacy Shield",
  dpf: "EU–US Data Privacy Framework",
  "dpf-uk": "UK Extension to the EU–US Data Privacy Framework",
  "dpf-ch": "Swiss–US Data Privacy Framework",
  "scc-2010": "2010/87/EU",
  "scc-2021": "(EU) 2021/914",
  idta: "UK International Data Transfer Agreement",
  "uk-addendum": "UK Addendum B1.0",
  bcr: "BCR",
};
