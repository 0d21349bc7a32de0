import type { Refusal } from "@trame/kit/refusal";
import { contradictionOf } from "./licences.ts";
import { allowsOpenPublication, kindOf } from "./rights-of-use.ts";
import type { Scenario } from "./scenario.ts";

/** Something that is missing before publication. */
export interface Gap {
  code: string;
  message: string;
  field: string;
  requirement: string;
}

/** All that still stands in the way of publication: shown while writing, and what `publishScenario` refuses with. */
export const publicationGaps = (scenario: Scenario): Gap[] => [
  ...missingText(scenario),
  ...untried(scenario),
  ...rightsToClear(scenario),
  ...licencesToReconcile(scenario),
  ...wordsForAll(scenario),
  ...termsToState(scenario),
  ...addressToOpen(scenario),
];

export const asRefusals = (gaps: readonly Gap[]): Refusal[] => gaps.map((gap) => ({ kind: "RULE", ...gap }));

/** What makes it a scenario that colleagues can read, find and reuse (R05, R07, R10, R69). */
function missingText(scenario: Scenario): Gap[] {
  const missing = (empty: boolean, code: string, field: string, message: string, requirement: string) =>
    empty ? [{ code, field, message, requirement }] : [];
  const { summary, course, disciplineCodes, levels, progressivity, licence, authors } = scenario;
  return [
    ...missing(summary.trim() === "", "NO_SUMMARY", "summary", "Le résumé est à écrire.", "R10"),
    ...missing(course.trim() === "", "NO_COURSE", "course", "Le déroulé des séances est à écrire.", "R10"),
    ...missing(authors.length === 0, "NO_AUTHOR", "authors", "Le scénario n'a pas d'auteur.", "R07"),
    ...missing(
      disciplineCodes.length === 0,
      "NO_DISCIPLINE",
      "disciplineCodes",
      "Indiquez la discipline : ÉDU'base en a besoin.",
      "R69",
    ),
    ...missing(
      levels.length === 0,
      "NO_LEVEL",
      "levels",
      "Indiquez le niveau des classes : ÉDU'base en a besoin.",
      "R69",
    ),
    ...missing(
      progressivity === null,
      "NO_PROGRESSIVITY",
      "progressivity",
      "Situez le scénario, d'un usage simple à une démarche élaborée.",
      "R05",
    ),
    ...missing(
      !licence?.trim(),
      "NO_LICENCE",
      "licence",
      "Choisissez la licence sous laquelle les collègues réutiliseront le scénario.",
      "R61",
    ),
  ];
}

function untried({ implementations }: Scenario): Gap[] {
  if (implementations.length > 0) return [];
  return [
    {
      code: "NOT_TRIED_IN_CLASS",
      field: "implementations",
      message: "Aucune mise en œuvre en classe n'est consignée : il en faut au moins une.",
      requirement: "R03",
    },
  ];
}

function rightsToClear({ resources }: Scenario): Gap[] {
  return resources
    .filter((resource) => !allowsOpenPublication(resource))
    .map(({ id, title, basis }) => ({
      code: basis === "UNRESOLVED" ? "RIGHTS_UNRESOLVED" : "RIGHTS_IN_CLASS_ONLY",
      field: `resources.${id}`,
      message:
        basis === "UNRESOLVED"
          ? `Les droits de « ${title} » sont à éclaircir.`
          : `« ${title} » relève de l'exception pédagogique : elle vaut en classe, pas pour une publication ouverte. Remplacez-la, ou mettez un lien.`,
      requirement: "R61",
    }));
}

/** Two licences that cannot both be kept (R61). */
function licencesToReconcile({ licence, resources, origins }: Scenario): Gap[] {
  const inherited = origins.flatMap(({ title, licence: given }) => {
    const origin = { title, basis: "LICENCE" as const, licence: given, adapted: true };
    const message = contradictionOf(licence, origin);
    return message ? [{ code: "LICENCES_CONTRADICT", field: "licence", message, requirement: "R61" }] : [];
  });
  const used = resources.flatMap((resource) => {
    const message = contradictionOf(licence, resource);
    return message
      ? [{ code: "LICENCES_CONTRADICT", field: `resources.${resource.id}`, message, requirement: "R61" }]
      : [];
  });
  return [...inherited, ...used];
}

/** Teachers read it with all their means (R15): what is seen or heard is also written. A link leads to its publisher's page. */
function wordsForAll({ resources }: Scenario): Gap[] {
  return resources
    .filter(({ basis, alternative }) => basis !== "LINK" && !alternative?.trim())
    .flatMap((resource) => {
      const { id, title } = resource;
      const gap = (code: string, message: string) => [{ code, field: `resources.${id}`, message, requirement: "R15" }];
      switch (kindOf(resource)) {
        case "IMAGE":
        case "MAP":
          return gap("NO_TEXT_ALTERNATIVE", `Décrivez « ${title} » pour qui ne voit pas l'image.`);
        case "VIDEO":
          return gap("NO_TRANSCRIPT", `Donnez les sous-titres ou la transcription de « ${title} ».`);
        case "AUDIO":
          return gap("NO_TRANSCRIPT", `Donnez la transcription de « ${title} ».`);
        default:
          return [];
      }
    });
}

function termsToState({ digitalServices }: Scenario): Gap[] {
  return digitalServices
    .filter(({ termsNote }) => !termsNote?.trim())
    .map(({ id, name }) => ({
      code: "NO_TERMS_NOTE",
      field: `digitalServices.${id}`,
      message: `Notez les conditions d'utilisation et la protection des données de « ${name} ».`,
      requirement: "R62",
    }));
}

function addressToOpen({ openAddress }: Scenario): Gap[] {
  const gap = (code: string, message: string): Gap[] => [{ code, message, field: "openAddress", requirement: "R68" }];
  if (!openAddress) return gap("NO_OPEN_ADDRESS", "Donnez l'adresse du scénario sur un site ouvert de l'académie.");
  switch (openAddress.result) {
    case "OPEN":
      return [];
    case "OPEN_ELSEWHERE":
      if (openAddress.acceptedReason) return [];
      return gap(
        "ADDRESS_ELSEWHERE",
        "L'adresse n'est pas sur un site de l'académie : le relecteur ou la relectrice doit l'accepter, avec une raison.",
      );
    case "LOGIN_REQUIRED":
    case "UNREACHABLE":
    case "REFUSED":
      return gap("ADDRESS_NOT_OPEN", `L'adresse ne s'ouvre pas sans identification. ${openAddress.detail}`);
  }
}
