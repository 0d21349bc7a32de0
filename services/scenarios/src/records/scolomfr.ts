import type { Described } from "./described.ts";
import { LICENCES } from "./licences.ts";
import { durationOf, organisationCard, personCard } from "./norms.ts";
import { type Content, element, type Xml } from "./xml.ts";

const CONCEPT = "http://data.education.fr/voc/scolomfr/concept/";
const FRENCH = "http://id.loc.gov/vocabulary/iso639-2/fre";
const VERSION = "SCOLOMFRv3.1";

export const LOM_NAMESPACE = "http://ltsc.ieee.org/xsd/LOM";
export const LOM_SCHEMA = "https://www.reseau-canope.fr/scolomfr/xsd/8.0/lax/scolomfr.xsd";

const NAMESPACES = {
  "xmlns:lom": LOM_NAMESPACE,
  "xmlns:lomfr": "http://www.lom-fr.fr/xsd/LOMFR",
  "xmlns:scolomfr": "http://www.lom-fr.fr/xsd/SCOLOMFR",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${LOM_NAMESPACE} ${LOM_SCHEMA}`,
};

const lom = (name: string, ...content: Content[]): Xml => element(`lom:${name}`, {}, ...content);
const inFrench = (name: string, text: string): Xml => lom(name, element("lom:string", { language: FRENCH }, text));

/** A controlled value: which list, its words, its address. */
const chosen = (name: string, label: string, uri: string): Xml =>
  lom(name, lom("source", VERSION), lom("label", label), lom("value", uri.includes(":") ? uri : `${CONCEPT}${uri}`));

const identifier = (catalog: string, entry: string): Xml =>
  lom("identifier", lom("catalog", catalog), lom("entry", entry));

/** A scenario as a record of ScoLOMFR 3.1, in the order and the form of its manual's example. */
export const scolomfr = (scenario: Described, recordId: string): Xml =>
  element(
    "lom:lom",
    NAMESPACES,
    general(scenario),
    lifeCycle(scenario),
    metaMetadata(scenario, recordId),
    technical(scenario),
    educational(scenario),
    rights(scenario),
    relations(scenario),
    classifications(scenario),
  );

const general = ({ page, title, summary, theme, campaign }: Described): Xml =>
  lom(
    "general",
    identifier("URL", page),
    inFrench("title", title),
    lom("language", FRENCH),
    inFrench("description", summary),
    ["TraAM", campaign, theme?.title].flatMap((word) => (word ? [inFrench("keyword", word)] : [])),
    element(
      "lomfr:documentType",
      {},
      element("lomfr:label", {}, "texte"),
      element("lomfr:value", {}, "http://purl.org/dc/dcmitype/Text"),
    ),
  );

function lifeCycle({ version, versionAt, publishedAt, authors, academies }: Described): Xml {
  const published = dateOf(publishedAt);
  return lom(
    "lifeCycle",
    inFrench("version", String(version)),
    version > 1 ? chosen("status", "révisé", "revised") : chosen("status", "final", "final"),
    authors.map(({ name }) => contribution("auteur", "author", personCard(name, academies[0] ?? ""), published)),
    academies.map((academy) =>
      contribution("éditeur", "publisher", organisationCard(academy), dateOf(versionAt) ?? published),
    ),
  );
}

const contribution = (label: string, uri: string, card: string, date: string | null): Xml =>
  lom("contribute", chosen("role", label, uri), lom("entity", card), date && lom("date", lom("dateTime", date)));

const metaMetadata = ({ versionAt }: Described, recordId: string): Xml =>
  lom(
    "metaMetadata",
    identifier("OAI", recordId),
    contribution("créateur", "creator", organisationCard("Trame"), dateOf(versionAt)),
    lom("metadataSchema", "ScoLOMFRv3.1"),
    lom("language", FRENCH),
  );

const technical = ({ openAddress, page }: Described): Xml =>
  lom(
    "technical",
    lom("format", "http://purl.org/NET/mediatypes/text/html"),
    [openAddress, page].flatMap((address) => (address ? [lom("location", address)] : [])),
  );

const educational = ({ levels, durationMinutes, generalisation }: Described): Xml =>
  lom(
    "educational",
    chosen("learningResourceType", "scénario pédagogique", "scolomfr-voc-010-num-020"),
    chosen("intendedEndUserRole", "enseignant", "teacher"),
    [...new Set(levels.map(contextOf))].flatMap((name) => (name ? [chosen("context", name, CONTEXTS[name])] : [])),
    durationMinutes && lom("typicalLearningTime", lom("duration", durationOf(durationMinutes))),
    generalisation && inFrench("description", generalisation),
    lom("language", FRENCH),
  );

const CONTEXTS = {
  "enseignement primaire": "scolomfr-voc-012-num-002",
  "enseignement secondaire": "scolomfr-voc-012-num-003",
  "enseignement supérieur": "higher_education",
} as const;

/** By the branch of the tree in which a level stands. */
function contextOf(path: Described["levels"][number]): keyof typeof CONTEXTS | null {
  const words = path.map(({ label }) => label).join(" ");
  if (/maternelle|élémentaire|primaire|cycle [12]\b/.test(words)) return "enseignement primaire";
  if (/collège|lycée|cycle [34]\b|CAP/.test(words)) return "enseignement secondaire";
  return /supérieur|BTS|CPGE/.test(words) ? "enseignement supérieur" : null;
}

function rights({ licence }: Described): Xml {
  const text = licence && LICENCES[licence];
  return lom(
    "rights",
    chosen("cost", "gratuit", "no"),
    chosen("copyrightAndOtherRestrictions", "oui", "yes_2"),
    licence && inFrench("description", text ? `${licence}, ${text}` : licence),
  );
}

/** ScoLOMFR 3.1 has no relation to a licence yet: it is told under rights. */
const relations = ({ theme, origin }: Described): (Xml | null)[] => [
  theme && relation("est une partie de", "http://purl.org/dc/terms/isPartOf", theme.page, theme.title),
  origin && relation("est basé sur", "http://purl.org/dc/terms/source", origin.page, origin.title),
];

const relation = (label: string, uri: string, address: string, words: string): Xml =>
  lom(
    "relation",
    chosen("kind", label, uri),
    lom("resource", identifier("URL", address), inFrench("description", words)),
  );

const classifications = ({ levels, disciplines, competences }: Described): Xml[] => [
  ...levels.map((path) => classification(["niveau éducatif détaillé", "educational_level"], LEVEL_SOURCE, path)),
  ...disciplines.flatMap(({ domain }) =>
    domain ? [classification(["domaine d'enseignement", "scolomfr-voc-028-num-003"], DOMAIN_SOURCE, [domain])] : [],
  ),
  ...competences.map((competence) => classification(["compétence", "competency"], CRCN_SOURCE, [competence])),
];

export const LEVEL_SOURCE = `${VERSION} ; scolomfr-voc-022 ; Niveau éducatif détaillé`;
export const DOMAIN_SOURCE = `${VERSION} ; scolomfr-voc-015 ; Domaine d'enseignement`;
export const CRCN_SOURCE = "CRCN ; Cadre de référence des compétences numériques";

const classification = ([label, uri]: [string, string], source: string, path: Described["competences"]): Xml =>
  lom(
    "classification",
    chosen("purpose", label, uri),
    lom(
      "taxonPath",
      lom("source", lom("string", source)),
      path.map((term) => lom("taxon", lom("id", term.uri), lom("entry", lom("string", term.label)))),
    ),
  );

const dateOf = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;
