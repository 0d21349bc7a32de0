import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { ACTOR_HEADER, type Actor, actorVerifier } from "@trame/kit/actor";
import { startHttp } from "@trame/kit/http";
import { silentLogger } from "@trame/kit/log";
import { forbidden, refuse } from "@trame/kit/refusal";
import { createSubgraph } from "@trame/kit/subgraph";
import type { FastifyInstance } from "fastify";
import type { SubgraphName } from "../src/config.ts";

/** What people was asked to bind. */
export const claims: Record<string, string | null>[] = [];

/** What a stand-in heard. */
export interface Heard {
  headers: Record<string, string | string[] | undefined>;
  actor: Actor;
}

export interface StubSubgraph {
  url: string;
  heard: Heard[];
  /** As a process that is killed: nothing listens any more. */
  kill(): Promise<void>;
}

interface Context {
  actor: Actor;
}

const page = (nodes: object[]) => ({
  nodes,
  edges: nodes.map((node, index) => ({ node, cursor: String(index) })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
  totalCount: nodes.length,
});

const campaign = { id: "c1", label: "2019-2020", target: 100, retainedCount: 98, submittedCount: 160, schoolYears: [] };

const theme = (id: string) => ({
  id,
  title: `Thème ${id}`,
  questions: ["Quels usages ?"],
  axes: [],
  kind: "DISCIPLINARY",
  state: "YEAR_1",
  durationYears: 1,
  disciplines: [{ code: "svt", label: "SVT" }],
  campaign,
});

const figures = { persons: 12, mandated: 10, attended: 8, authored: 5, implemented: 4, gaveFeedback: 2 };
const participation = { axis: "ACADEMY", total: figures, rows: [{ key: "14", label: "Rennes", hidden: true }] };
const claire = { id: "p-claire", displayName: "Claire Le Goff", givenName: "Claire", familyName: "Le Goff" };
const check = { complete: true, gaps: [] };

/** Plausible answers to our own examples, nothing more. */
const resolvers: Record<SubgraphName, object> = {
  projects: {
    Query: {
      theme: (_: unknown, { id }: { id: string }) => (id === "nowhere" ? null : theme(id)),
      themes: () => page([theme("t1"), theme("t2")]),
      currentCampaign: () => ({ ...campaign, themes: page([theme("t1")]) }),
      application: () => refuse(forbidden()),
      campaign: () => {
        throw new Error("secret of the database at /var/lib/postgresql");
      },
    },
    Mutation: {
      submitApplication: (_: unknown, __: unknown, { actor }: Context) => ({
        application: null,
        errors: [{ kind: "FORBIDDEN", code: "NOT_ALLOWED", message: `Refusé à ${actor.name}.`, field: "input" }],
      }),
    },
    Theme: {
      __resolveReference: ({ id }: { id: string }) => theme(id),
      projects: () =>
        page([
          { id: "pr1", title: "Projet", state: "RUNNING", academy: { __typename: "Academy", code: "14" }, version: 1 },
        ]),
    },
  },
  people: {
    Query: {
      viewer: (_: unknown, __: unknown, { actor }: Context) =>
        actor.personId ? { id: actor.personId, person: { ...claire, displayName: actor.name }, mandates: [] } : null,
      identity: (_: unknown, { subject }: { subject: string }, { actor }: Context) => {
        if (!actor.scopes.includes("identity:read")) refuse(forbidden());
        if (!["claire", "demo-referent"].includes(subject)) return null;
        const mandates = [{ role: "PILOT", academyCode: "14" }];
        return { personId: claire.id, name: claire.displayName, mandates };
      },
      participation: () => participation,
    },
    Mutation: {
      claimIdentity: (_: unknown, { input }: { input: Record<string, string | null> }, { actor }: Context) => {
        if (!actor.scopes.includes("identity:claim")) refuse(forbidden());
        claims.push(input);
        if (input.token) return { outcome: input.token === "a-link-that-still-holds" ? "BOUND" : "LINK_INVALID" };
        return { outcome: input.verifiedEmail === "claire@exemple.fr" ? "BOUND" : "UNKNOWN" };
      },
    },
    Person: { __resolveReference: ({ id }: { id: string }) => ({ ...claire, id }) },
    Academy: {
      __resolveReference: ({ code }: { code: string }) => ({ code, name: "Rennes", label: "académie de Rennes" }),
    },
    Theme: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      nationalGroup: () => ({
        id: "g1",
        compositionCheck: check,
        seats: [{ role: "PILOT", person: claire, academy: { code: "14", label: "académie de Rennes" } }],
      }),
      participation: () => participation,
    },
    Project: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      group: () => ({ id: "ag1", referent: claire, pilot: claire, compositionCheck: check }),
    },
  },
  scenarios: {
    Query: { scenarios: () => page([]) },
    Theme: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      scenarios: () =>
        page([
          {
            id: "s1",
            slug: "s-1",
            title: "Scénario",
            state: "PUBLISHED",
            academies: [{ code: "14" }],
            authors: [{ role: "DESIGN", person: { id: claire.id } }],
          },
        ]),
    },
  },
  meetings: {
    Theme: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      meetings: () =>
        page([
          {
            id: "m1",
            title: "Réunion",
            level: "NATIONAL",
            mode: "REMOTE",
            state: "HELD",
            startsAt: new Date("2020-01-15T13:00:00Z"),
            timeZone: "Europe/Paris",
            presentCount: 9,
          },
        ]),
      meetingQuotas: () => [],
    },
  },
  communications: {
    Theme: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      materials: () => [{ id: "mat1", title: "Affiche", kind: "INFOGRAPHIC", url: "https://exemple.invalid/" }],
      diffusion: () => ({ published: 1, relayedInLetters: 1, relayedByChannels: 0 }),
    },
    Scenario: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      relays: () => [{ id: "r1", at: new Date("2020-02-01T08:00:00Z"), channel: null }],
    },
  },
};

/** One of the five, from its real SDL. `routes` answers addresses besides /graphql. */
export async function startStub(
  name: SubgraphName,
  publicJwk: string,
  routes?: (http: FastifyInstance) => void,
): Promise<StubSubgraph> {
  const heard: Heard[] = [];
  const schema = new URL(`../../services/${name}/schema.graphql`, import.meta.url);
  const apollo = createSubgraph<Context>({ name, schema }, resolvers[name], silentLogger);
  await apollo.start();
  const verify = actorVerifier(publicJwk);
  const http = await startHttp({
    host: "127.0.0.1",
    port: 0,
    logger: silentLogger,
    health: { ready: {} },
    routes: (fastify) => {
      fastify.post(
        "/graphql",
        fastifyApolloHandler(apollo, {
          context: async ({ headers }) => {
            const actor = await verify(headers[ACTOR_HEADER] as string | undefined);
            heard.push({ headers, actor });
            return { actor };
          },
        }),
      );
      routes?.(fastify);
    },
  });
  let running = true;
  return {
    url: `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/graphql`,
    heard,
    async kill() {
      if (!running) return;
      running = false;
      http.server.closeAllConnections();
      await http.close();
      await apollo.stop();
    },
  };
}

export const example = (file: string) => readFileSync(new URL(`../examples/${file}`, import.meta.url), "utf8");
