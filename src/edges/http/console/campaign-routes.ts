import { Type } from "typebox";
import type { CampaignView } from "#campaigns";
import type { Notice } from "#core/notice/notice";
import type { House } from "#edges/house";
import type { Server } from "#edges/http/server";
import { guardOf } from "./console-routes.ts";
import { sentenceOf } from "./notice-views.ts";
import { Campaign, CampaignDraft, Choices } from "./schemas.ts";

const params = Type.Object({ id: Type.String({ format: "uuid" }) });

export function campaignRoutes(house: House): (server: Server) => void {
  const guard = guardOf(house);
  return (server) => {
    const list = {
      schema: { response: { 200: Type.Object({ campaigns: Type.Array(Campaign) }) } },
    };
    server.get("/console/api/campaigns", list, async (request) => {
      await guard(request, "campaigns.see");
      return house.inTransaction(async (tx) => {
        const notice = await house.notices.inForce(tx);
        return {
          campaigns: (await house.campaigns.list(tx)).map((view) => campaignOf(view, notice)),
        };
      });
    });
    server.get(
      "/console/api/campaigns/choices",
      { schema: { response: { 200: Choices } } },
      async (request) => {
        await guard(request, "campaigns.see");
        const notice = await house.inTransaction((tx) => house.notices.inForce(tx));
        return choicesOf(notice);
      },
    );
    const draft = { schema: { body: CampaignDraft, response: { 201: Campaign } } };
    server.post("/console/api/campaigns", draft, async (request, reply) => {
      const colleague = await guard(request, "campaigns.send");
      const made = await house.inTransaction(async (tx) => {
        const id = await house.campaigns.draft(tx, request.body, colleague.id);
        return campaignOf(await house.campaigns.view(tx, id), await house.notices.inForce(tx));
      });
      return reply.code(201).send(made);
    });
    server.get(
      "/console/api/campaigns/:id",
      { schema: { params, response: { 200: Campaign } } },
      async (request) => {
        await guard(request, "campaigns.see");
        return house.inTransaction(async (tx) =>
          campaignOf(
            await house.campaigns.view(tx, request.params.id),
            await house.notices.inForce(tx),
          ),
        );
      },
    );
    server.post(
      "/console/api/campaigns/:id/start",
      { schema: { params } },
      async (request, reply) => {
        await guard(request, "campaigns.send");
        await house.inTransaction((tx) => house.campaigns.start(tx, request.params.id));
        return reply.code(202).send({ state: "selecting" });
      },
    );
    server.post(
      "/console/api/campaigns/:id/stop",
      { schema: { params } },
      async (request, reply) => {
        await guard(request, "campaigns.send");
        await house.inTransaction((tx) => house.campaigns.stop(tx, request.params.id));
        return reply.code(202).send({ state: "stopped" });
      },
    );
  };
}

function choicesOf(notice: Notice | null) {
  const language = notice?.defaultLanguage ?? "en";
  const purposes = [...(notice?.purposes.values() ?? [])].filter(
    (purpose) => !purpose.builtIn && purpose.channels.has("email"),
  );
  // Marketing first: that is what campaigns are mostly for.
  purposes.sort((one, other) => Number(other.directMarketing) - Number(one.directMarketing));
  return {
    purposes: purposes.map((purpose) => ({
      id: purpose.id,
      name: purpose.name[language] ?? purpose.id,
      directMarketing: purpose.directMarketing,
      channels: [...purpose.channels],
      topics: [...purpose.topics].map((id) => ({
        id,
        name: notice?.topics.get(id)?.name[language] ?? id,
      })),
    })),
    languages: [...(notice?.languages ?? [])],
  };
}

/** What the notice calls the purpose and the topic; an id only where it no longer declares it. */
function namesOf({ purpose, topic }: CampaignView, notice: Notice | null) {
  const language = notice?.defaultLanguage ?? "en";
  return {
    purposeName: notice?.purposes.get(purpose)?.name[language] ?? purpose,
    topicName: topic === null ? null : (notice?.topics.get(topic)?.name[language] ?? topic),
  };
}

function campaignOf(view: CampaignView, notice: Notice | null) {
  return {
    id: view.id,
    name: view.name,
    purpose: view.purpose,
    topic: view.topic,
    ...namesOf(view, notice),
    state: view.state,
    createdAt: view.createdAt.toISOString(),
    startedAt: view.startedAt?.toISOString() ?? null,
    finishedAt: view.finishedAt?.toISOString() ?? null,
    considered: view.considered,
    selected: view.selected,
    // When the selection is over nobody is left to look at, though people came since.
    total: view.state === "selecting" ? view.total : view.considered,
    messages: { ...view.messages },
    denials: view.denials.map((denial) => ({
      ...denial,
      // The gate's own words, of nobody in particular.
      sentence: notice === null ? denial.code : sentenceOf(denial, view.purpose, notice),
    })),
    contents: [...view.contents],
  };
}
