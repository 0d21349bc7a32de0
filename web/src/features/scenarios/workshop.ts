import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ContributionRole, Progressivity, WorkshopFragment } from "../../gen/graphql.ts";
import type { Stored } from "../../ui/draft.ts";

/** The scenario as its authors, reviewers and publishers see it: every command answers with it. */
export const WORKSHOP = graphql(`
  fragment Workshop on Scenario {
    id
    slug
    title
    summary
    state
    version
    versionNumber
    theme {
      id
      title
    }
    project {
      id
      title
      implementationAnalysis {
        text
        at
        version
        by {
          id
          displayName
        }
      }
      academy {
        code
        name
        successor {
          code
        }
        predecessors {
          code
        }
      }
    }
    academies {
      code
      name
      successor {
        code
      }
      predecessors {
        code
      }
    }
    disciplines {
      code
      label
    }
    levels {
      uri
      label
    }
    competences {
      uri
      label
    }
    progressivity
    durationMinutes
    objectives
    setting
    tools
    course
    assessment
    generalisation
    licence
    authors {
      role
      publishedName
      person {
        id
        displayName
      }
    }
    implementations {
      id
      classLevel
      establishment
      startedOn
      endedOn
      pupilCount
      adaptation
      outcome
      teacher {
        id
        displayName
      }
    }
    resources {
      id
      title
      author
      sourceUrl
      rights {
        basis
        licence
        note
        allowsOpenPublication
      }
      kind
      alternative
      adapted
      file {
        id
        name
        type
        size
        url
      }
    }
    digitalServices {
      id
      name
      publisher
      purpose
      hosting
      pupilAccounts
      viaGar
      termsNote
    }
    addressWatch {
      checkedAt
      detail
      brokenSince
      nextCheckAt
    }
    openAddress {
      url
      result
      detail
      checkedAt
      acceptedReason
    }
    publicationGaps {
      code
      message
      field
      requirement
    }
    reviews {
      outcome
      comment
      versionNumber
      at
      reviewer {
        id
        displayName
      }
    }
    edubase {
      state
      number
      url
      at
      academy {
        code
        name
      }
      by {
        id
        displayName
      }
    }
    versions {
      number
      title
      publishedAt
      by {
        id
        displayName
      }
    }
    downloads {
      format
      url
      size
    }
    previewLinks {
      id
      createdAt
      expiresAt
      revokedAt
      active
      by {
        id
        displayName
      }
    }
    publishedAt
    withdrawnAt
    withdrawalReason
  }
`);

/** What the form writes, under the names of `reviseScenario`'s input. */
export interface ScenarioFields {
  title: string;
  summary: string;
  disciplineCodes: string[];
  levels: string[];
  competences: string[];
  progressivity: Progressivity | null;
  durationMinutes: number | null;
  objectives: string;
  setting: string;
  tools: string;
  course: string;
  assessment: string;
  generalisation: string;
  licence: string | null;
  authors: { personId: string; role: ContributionRole }[];
}

export const storedOf = (scenario: WorkshopFragment): Stored<ScenarioFields> => ({
  version: scenario.version,
  fields: {
    title: scenario.title,
    summary: scenario.summary,
    disciplineCodes: scenario.disciplines.map(({ code }) => code),
    levels: scenario.levels.map(({ uri }) => uri),
    competences: scenario.competences.map(({ uri }) => uri),
    progressivity: scenario.progressivity ?? null,
    durationMinutes: scenario.durationMinutes ?? null,
    objectives: scenario.objectives,
    setting: scenario.setting,
    tools: scenario.tools,
    course: scenario.course,
    assessment: scenario.assessment,
    generalisation: scenario.generalisation,
    licence: scenario.licence ?? null,
    authors: scenario.authors.flatMap(({ person, role }) => (person ? [{ personId: person.id, role }] : [])),
  },
});

export const fieldLabels: Record<keyof ScenarioFields, string> = {
  title: t`Titre`,
  summary: t`Résumé`,
  disciplineCodes: t`Disciplines`,
  levels: t`Niveaux`,
  competences: t`Compétences numériques (CRCN)`,
  progressivity: t`Progressivité`,
  durationMinutes: t`Durée, en minutes`,
  objectives: t`Objectifs`,
  setting: t`Lieux et modalités`,
  tools: t`Matériel et outils`,
  course: t`Déroulé des séances`,
  assessment: t`Évaluation`,
  generalisation: t`Pour généraliser`,
  licence: t`Licence`,
  authors: t`Auteurs`,
};
