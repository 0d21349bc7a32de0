import { campaignId, LEVEL, themeId } from "./load.ts";

export const SEARCH = `query ($filter: ScenarioFilter, $search: String, $orderBy: ScenarioOrder) {
  scenarioSpelling(search: $search)
  scenarios(filter: $filter, search: $search, orderBy: $orderBy, first: 20) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id slug title summary progressivity publishedAt levels { uri label } } }
  scenarioFacets(filter: $filter, search: $search) { exact
    disciplines { value count } levels { value count label } academies { value count } progressivities { value count }
    competences { value count label } themes { value count label } campaigns { value count label } tools { value count }
    licences { value count } } }`.replace("$search: String,", "$search: String!,");

export const PAGE = `query ($slug: String!) { scenario(slug: $slug) { id title summary course credit levels { label }
  competences { label } authors { publishedName } versions { number } related { id title slug } } }`;

const level = (n: number) => LEVEL + String(n).padStart(3, "0");
const relevant = (search: string, filter: object = {}) => ({ search, filter, orderBy: "RELEVANCE" });

/** Thirty searches as readers make them: from everything to nothing, some mistyped. */
export const SEARCHES: { search?: string; filter?: object; orderBy?: string }[] = [
  {},
  { orderBy: "TITLE_ASC" },
  { orderBy: "PROGRESSIVITY_ASC" },
  { filter: { disciplineCode: "d3" } },
  { filter: { disciplineCode: "d3", level: level(18) } },
  { filter: { academyCode: "14" } },
  { filter: { campaignId: campaignId(12) } },
  { filter: { themeId: themeId(100) } },
  { filter: { licence: "CC BY-SA 4.0" } },
  { filter: { progressivity: "SIMPLE_USE" } },
  { filter: { progressivity: "SIMPLE_USE", licence: "CC BY-SA 4.0" } },
  { filter: { competence: "1.2" } },
  { filter: { tool: "Outil 7" } },
  { filter: { tool: "Outil 7", academyCode: "02", licence: "CC BY 4.0" } },
  { filter: { level: level(20) }, orderBy: "TITLE_ASC" },
  relevant("biodiversité"),
  relevant("biodiversté"),
  relevant("volcans climat"),
  relevant("orthografe"),
  relevant("robot drone jardin"),
  relevant("mot4242"),
  relevant("introuvable absolument zzzz"),
  relevant("poésie", { disciplineCode: "d5" }),
  relevant("statistiques", { level: level(21) }),
  relevant("musée théâtre", { academyCode: "09" }),
  relevant("génétique", { campaignId: campaignId(3) }),
  relevant("escape", { licence: "CC BY 4.0", progressivity: "GUIDED_USE" }),
  relevant("podcast -débat"),
  relevant("élèves"),
  relevant("travail de groupe"),
];
