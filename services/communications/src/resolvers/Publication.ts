import { present } from "@trame/kit/batch";
import type { Context } from "../context.ts";
import type { Publication as PublicationState } from "../domain/publication.ts";
import { NETWORKS, relayText } from "../domain/relay-text.ts";
import type {
  ChannelResolvers,
  PublicationResolvers,
  RelayResolvers,
  ScenarioResolvers,
  SocialPostResolvers,
} from "../gen/schema.ts";
import { canPost } from "../mastodon/accounts.ts";
import { policy } from "../policy.ts";
import { absolute } from "../store/addresses.ts";

/** What was withdrawn says so, and nothing else, to the public: it was taken back everywhere. */
const hidden = ({ state }: PublicationState, { actor }: Context): boolean =>
  state === "WITHDRAWN" && !policy.may(actor, "readWithdrawn");

export const Publication: PublicationResolvers = {
  __resolveReference: ({ id }, { load }) => load.publication.load(id),
  title: (publication, _, ctx) => (hidden(publication, ctx) ? "Publication retirée" : publication.title),
  summary: (publication, _, ctx) => (hidden(publication, ctx) ? "" : publication.summary),
  attribution: (publication, _, ctx) => (hidden(publication, ctx) ? "" : publication.words.attribution),
  url: (publication, _, ctx) => (hidden(publication, ctx) ? ctx.origin : absolute(ctx.origin, publication.address)),
  academies: ({ academyCodes }) => academyCodes.map((code) => ({ code })),
  theme: ({ themeId }) => (themeId ? { id: themeId } : null),
  disciplines: ({ disciplineCodes }) => disciplineCodes.map((code) => ({ code })),
  scenario: ({ kind, sourceId }) => (kind === "SCENARIO" ? { id: sourceId } : null),
  relays: ({ id }, _, { load }) => load.relaysOf.load(id),
  posts: ({ id }, _, { actor, load }) => (policy.may(actor, "recordRelay") ? load.postsOf.load(id) : []),
  relayTexts: ({ state, title, summary, words, address }, _, { origin }) => {
    if (state === "WITHDRAWN") return [];
    const disciplines = words.disciplines.map(({ label }) => label).filter(Boolean);
    const told = { title, summary, attribution: words.attribution, url: absolute(origin, address), disciplines };
    return NETWORKS.map(({ network, most }) => ({ network, text: relayText(told, most) }));
  },
};

export const Scenario: ScenarioResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  relays: async ({ id }, _, { load }) => {
    const publication = await load.publicationOfSource.load(id);
    return publication ? load.relaysOf.load(publication.id) : [];
  },
};

export const Relay: RelayResolvers = {
  channel: ({ channelId }, _, { load }) => (channelId ? load.channel.load(channelId) : null),
  edition: ({ editionId }, _, { load }) => (editionId ? load.edition.load(editionId) : null),
  by: ({ byId }) => (byId ? { id: byId } : null),
};

export const SocialPost: SocialPostResolvers = {
  channel: async ({ channelId }, _, { load }) => present(await load.channel.load(channelId)),
  outdated: async ({ publicationId, publicationVersion, state }, _, { load }) => {
    const publication = await load.publication.load(publicationId);
    const stands = state !== "CANCELLED" && state !== "DELETED";
    return stands && publication !== null && publication.version > publicationVersion;
  },
};

const CHANNEL_KINDS = ["DISCIPLINARY", "TRANSVERSAL", "ACADEMIC_SITE", "OTHER"] as const;

export const Channel: ChannelResolvers = {
  __resolveReference: ({ id }, { load }) => load.channel.load(id),
  kind: ({ kind }) => CHANNEL_KINDS.find((known) => known === kind) ?? "OTHER",
  canPost: (channel, _, { accounts }) => canPost(accounts)(channel),
  discipline: ({ disciplineCode }) => (disciplineCode ? { code: disciplineCode } : null),
};
