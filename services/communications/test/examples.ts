import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { person, type TestedService, testService } from "@trame/kit/testing/service";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import {
  DisciplineRecordedSchema,
  ProjectEngagedSchema,
  ThemeAdvancedSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import { ScenarioPublishedSchema, ScenarioWithdrawnSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Accounts } from "../src/mastodon/accounts.ts";
import { service } from "../src/service.ts";
import { publicationIdOf } from "../src/store/publications.ts";

export const ORIGIN = "http://localhost:4000";
export const RENNES = "14";
export const CAEN = "05";
export const NORMANDIE = "70";

/** Claire is référente and Yann teaches in Rennes, Nadia is the SVT theme's expert, Sylvie edits the letter. */
export const visitor = ANONYMOUS;
export const claire = person("claire", { role: "REFERENT", academyCode: RENNES, themeId: "theme-svt" });
export const yann = person("yann", { role: "TEACHER", academyCode: RENNES, themeId: "theme-svt" });
export const nadia = person("nadia", { role: "EXPERT", themeId: "theme-svt" });
export const otherExpert = person("omar", { role: "EXPERT", themeId: "theme-emi" });
export const sylvie = person("sylvie", { role: "EDITOR" });
export const programme = person("pierre", { role: "PROGRAMME" });

const ERRORS = "errors { kind code message field requirement }";

export async function communications(allow: readonly string[] = [], accounts: Accounts = new Map()) {
  const it = await testService(service(ORIGIN, { allow, accounts }));
  // The harness stops a server only after its first request.
  await it.query(visitor, "{ __typename }");
  return Object.assign(it, capabilities(it));
}

/** The names that most tests need: two disciplines, an academy, two themes, a project, two persons. */
export async function known(it: Tested) {
  await it.hears(DisciplineRecordedSchema, "svt", { discipline: { code: "svt", label: "SVT", transversal: false } });
  await it.hears(DisciplineRecordedSchema, "emi", { discipline: { code: "emi", label: "EMI", transversal: true } });
  await it.hears(AcademyRecordedSchema, RENNES, {
    academy: { code: RENNES, name: "Rennes", label: "académie de Rennes" },
  });
  await it.hearsTheme("theme-svt", { title: "Les métadonnées en SVT" });
  await it.hearsTheme("theme-emi", { title: "S'informer", kind: "TRANSDISCIPLINARY", disciplineCodes: [] });
  await it.hears(ProjectEngagedSchema, "project-rennes", {
    project: {
      id: "project-rennes",
      themeId: "theme-svt",
      academyCode: RENNES,
      title: "Cartes vivantes",
      disciplineCodes: ["svt"],
      state: "RUNNING",
    },
  });
  await it.hears(PersonStateSchema, "claire", { id: "claire", displayName: "Claire Le Goff" });
  await it.hears(PersonStateSchema, "yann", { id: "yann", displayName: "Yann Morvan" });
}

export type Tested = Awaited<ReturnType<typeof communications>>;

function capabilities(it: TestedService) {
  const mutate = async (actor: Actor, name: string, type: string, input: object, fields: string) => {
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`;
    return (await it.query(actor, query, { input }))[name];
  };
  const edition = "edition { id number title version state url items { id excluded publication { id title } } }";
  return {
    hearsTheme: (id: string, theme: object = {}) =>
      it.hears(ThemeAdvancedSchema, id, {
        theme: { id, title: id, kind: "DISCIPLINARY", disciplineCodes: ["svt"], state: "YEAR_1", ...theme },
      }),
    /** A scenario of another service is published. */
    async hearsScenario(id: string, scenario: object = {}, options: { version?: number; at?: Date; id?: string } = {}) {
      const outcome = await it.hears(
        ScenarioPublishedSchema,
        id,
        { scenario: { ...example(id), ...scenario } },
        options,
      );
      return { outcome, publicationId: publicationIdOf(id) };
    },
    hearsWithdrawal: (id: string, reason = "Droits d'une image non réglés") =>
      it.hears(ScenarioWithdrawnSchema, id, { scenario: { ...example(id), state: "WITHDRAWN" }, reason }),
    recordsPriorWork: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "recordPriorWorkReview",
        "RecordPriorWorkReviewInput",
        {
          themeId: "theme-svt",
          text: "Ce que les académies ont déjà essayé.",
          sources: [{ title: "Fiches de synthèse", kind: "USAGE_AGENCY" }],
          ...input,
        },
        "priorWorkReview { id text version recordedAt author { id } sources { title url kind otherKind } }",
      ),
    recordsLiterature: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "recordLiteratureReview",
        "RecordLiteratureReviewInput",
        { themeId: "theme-svt", text: "Ce que dit la recherche.", references: ["Travaux de didactique"], ...input },
        "literatureReview { id version references author { id } }",
      ),
    declaresMaterial: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "declareMaterial",
        "DeclareMaterialInput",
        {
          themeId: "theme-svt",
          projectId: "project-rennes",
          level: "ACADEMIC",
          kind: "INFOGRAPHIC",
          title: "Une année de métadonnées",
          description: "Le projet en une page.",
          url: "https://svt.ac-rennes.fr/infographie",
          textAlternative: "L'infographie montre trois étapes.",
          ...input,
        },
        "material { id level academy { code } project { id } theme { id } }",
      ),
    declaresModule: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "declareTrainingModule",
        "DeclareTrainingModuleInput",
        {
          themeId: "theme-svt",
          title: "Enseigner avec des métadonnées",
          description: "Trois heures à distance.",
          platform: "MAGISTERE",
          url: "https://magistere.education.fr/parcours",
          objectives: "Construire une séquence.",
          minutesRemote: 180,
          ...input,
        },
        "trainingModule { id platform otherPlatform academy { code } }",
      ),
    shares: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "shareWatchItem",
        "ShareWatchItemInput",
        { themeId: "theme-svt", title: "Un article", url: "https://example.org/article", comment: "À lire.", ...input },
        "watchItem { id title sharedBy { id } }",
      ),
    edits: (actor: Actor, input: object) => mutate(actor, "editEdition", "EditEditionInput", input, edition),
    arranges: (actor: Actor, input: object) => mutate(actor, "arrangeEdition", "ArrangeEditionInput", input, edition),
    publishes: (actor: Actor, input: object) => mutate(actor, "publishEdition", "PublishEditionInput", input, edition),
    relays: (actor: Actor, input: object) =>
      mutate(
        actor,
        "recordRelay",
        "RecordRelayInput",
        input,
        "publication { id relays { at url by { id } channel { handle } } }",
      ),
    /** The series' draft, as the editor sees it. */
    draft: async (slug: string) =>
      (
        await it.query(
          sylvie,
          `query($slug: String!) { newsletter(slug: $slug) { id title
            draft { id number version items { id excluded withdrawn publication { id title } alreadyIn { slug } } } } }`,
          { slug },
        )
      ).newsletter?.draft,
  };
}

export const example = (id: string) => ({
  id,
  slug: id,
  title: `Scénario ${id}`,
  summary: "Une séance essayée en classe.",
  state: "PUBLISHED",
  projectId: "project-rennes",
  themeId: "theme-svt",
  academyCodes: [RENNES],
  disciplineCodes: ["svt"],
  levels: [{ uri: "urn:4e", label: "quatrième" }],
  authors: [
    { personId: "claire", role: "DESIGN" },
    { personId: "yann", role: "IMPLEMENTATION" },
  ],
  licence: "CC BY-SA 4.0",
  versionNumber: 1,
});
