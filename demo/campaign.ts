import type { House } from "#edges/house";

/** Nobody's id: the demo has no colleague, and says so. */
const DEMO_STAFF = "00000000-0000-0000-0000-000000000000";

/**
 * The newsletter that the demo sends to whoever agreed, in three languages; the campaign's page
 * then shows who fell out and why.
 */
export async function sendDemoCampaign(house: House): Promise<void> {
  await house.inTransaction(async (tx) => {
    const known = await house.campaigns.list(tx);
    if (known.some(({ createdBy }) => createdBy === DEMO_STAFF)) return;
    const id = await house.campaigns.draft(tx, DRAFT, DEMO_STAFF);
    await house.campaigns.start(tx, id);
  });
}

const DRAFT = {
  name: "Demo: what good lists have in common",
  purpose: "marketing",
  topic: "email-marketing",
  contents: [
    {
      language: "en",
      subject: "What good lists have in common",
      body: "**Fewer, gladder readers**\n\nLists that ask first are smaller and are read more. Here is what we learned this autumn.\n\n[Read on](https://northlight.example/lists)",
    },
    {
      language: "fr",
      subject: "Ce que les bonnes listes ont en commun",
      body: "**Moins de lecteurs, plus contents**\n\nLes listes qui demandent d’abord sont plus petites et mieux lues. Voici ce que cet automne nous a appris.\n\n[Lire la suite](https://northlight.example/lists)",
    },
    {
      language: "de",
      subject: "Was gute Verteiler gemeinsam haben",
      body: "**Weniger Leser, die sich freuen**\n\nVerteiler, die vorher fragen, sind kleiner und werden mehr gelesen. Das haben wir in diesem Herbst gelernt.\n\n[Weiterlesen](https://northlight.example/lists)",
    },
  ],
} as const;
