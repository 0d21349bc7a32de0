import { graphql } from "../../gen/gql.ts";
import type { Role } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";

/** What the viewer holds, for showing and hiding: the services decide. */
export const VIEWER_RIGHTS = graphql(`
  fragment ViewerRights on Viewer {
    id
    person {
      id
      displayName
    }
    mandates {
      id
      role
      departement
      disciplineCode
      academy {
        code
      }
      theme {
        id
      }
    }
  }
`);

export interface Held {
  mandates: readonly {
    role: Role;
    departement?: string | null;
    disciplineCode?: string | null;
    academy?: { code: string } | null;
    theme?: { id: string } | null;
  }[];
}

export interface Scope {
  /** The academy with those that it came from or went into. */
  academyCodes?: readonly string[];
  themeId?: string;
  departement?: string;
  disciplineCodes?: readonly string[];
}

type Dimension = "academy" | "theme" | "departement" | "discipline";
type Grant = readonly [Role, ...Dimension[]];

const academicGroup: readonly Grant[] = [
  ["TEACHER", "academy", "theme"],
  ["REFERENT", "academy", "theme"],
  ["PILOT", "academy", "theme"],
  ["CARDIE", "academy", "theme"],
  ["IEN", "academy", "theme"],
];

const nationalGroup: readonly Grant[] = [
  ["EXPERT", "theme"],
  ["INSPECTOR_GENERAL", "theme"],
  ["TEACHER", "theme"],
  ["REFERENT", "theme"],
  ["PILOT", "theme"],
  ["CARDIE", "theme"],
  ["IEN", "theme"],
];

const academyPublishes: readonly Grant[] = [
  ["IAN", "academy", "discipline"],
  ["REFERENT", "academy", "theme"],
];

/** Who may do what, as the services have it (the table of rights of the programme). */
const grants = {
  createCampaign: [["PROGRAMME"]],
  reviseCampaign: [["PROGRAMME"]],
  openCall: [["PROGRAMME"]],
  closeCall: [["PROGRAMME"]],
  proposeTheme: [["EXPERT"]],
  reviseTheme: [["EXPERT", "theme"]],
  setThemeDeadline: [["PROGRAMME"]],
  agreeToTheme: [["INSPECTOR_GENERAL", "theme"]],
  setWorkPlan: [["EXPERT", "theme"]],
  recordReviews: [["EXPERT", "theme"]],
  proposeLeadAcademy: [["EXPERT", "theme"]],
  nameLeadAcademy: [["PROGRAMME"]],
  launchTheme: [["PROGRAMME"]],
  renewTheme: [["PROGRAMME"]],
  draftApplication: [["REFERENT", "academy", "theme"]],
  reviseApplication: [["REFERENT", "academy", "theme"]],
  submitApplication: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  withdrawApplication: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  signApplication: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  handOverApplication: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  judgeAdmissibility: [["PROGRAMME"]],
  assignReviewers: [["PROGRAMME"]],
  decideApplication: [["PROGRAMME"]],
  attestService: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  orderPayment: [["PROGRAMME"]],
  giveDasenAgreement: [["DASEN", "departement"]],
  appointInspectorGeneral: [["PROGRAMME"]],
  appointExpert: [["PROGRAMME"]],
  appointPilot: [["PROGRAMME"], ["DAN", "academy"]],
  appointReferent: [
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  appointTeacher: [
    ["REFERENT", "academy", "theme"],
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  appointCardie: [["CARDIE", "academy"]],
  appointIen: [["DAN", "academy"]],
  recordPerson: [["ADMIN"], ["DAN", "academy"]],
  careForData: [["ADMIN"]],
  namePartner: [
    ["REFERENT", "academy", "theme"],
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  writeToAcademicGroup: [
    ["PROGRAMME"],
    ["EXPERT", "theme"],
    ["REFERENT", "academy", "theme"],
    ["PILOT", "academy", "theme"],
    ["DAN", "academy"],
  ],
  writeToNationalGroup: [["PROGRAMME"], ["EXPERT", "theme"], ["INSPECTOR_GENERAL", "theme"]],
  writeScenario: academicGroup,
  proposeScenario: [["REFERENT", "academy", "theme"]],
  reviewScenario: [
    ["PILOT", "academy", "theme"],
    ["IAN", "academy", "discipline"],
  ],
  publishScenario: academyPublishes,
  reuseScenario: nationalGroup,
  planNational: [["PROGRAMME"]],
  leadNational: [["EXPERT", "theme"]],
  leadAcademic: [["REFERENT", "academy", "theme"]],
  approveAcademic: [["PILOT", "academy", "theme"]],
  approveUnpiloted: [["DAN", "academy"]],
  answerProblems: [["PROGRAMME"], ["ADMIN"]],
  reportProgress: [["REFERENT", "academy", "theme"]],
  declareNational: [["EXPERT", "theme"]],
  declareAcademic: [["REFERENT", "academy", "theme"]],
  shareWatchItem: nationalGroup,
  writeSynthesis: [["EXPERT", "theme"]],
  writeForeword: [["INSPECTOR_GENERAL", "theme"]],
  distributeSynthesis: [["EXPERT", "theme"], ["PROGRAMME"]],
  keepInstitutions: [["PROGRAMME"]],
  editLetters: [["EDITOR"]],
} satisfies Record<string, readonly Grant[]>;

export type Action = keyof typeof grants;

/** Who gives, and ends, a seat of a group. */
export const appointing = {
  TEACHER: "appointTeacher",
  REFERENT: "appointReferent",
  PILOT: "appointPilot",
  CARDIE: "appointCardie",
  IEN: "appointIen",
  EXPERT: "appointExpert",
  INSPECTOR_GENERAL: "appointInspectorGeneral",
} as const satisfies Partial<Record<Role, Action>>;

export type SeatRole = keyof typeof appointing;

export function can(viewer: Held | null | undefined, action: Action, scope: Scope = {}): boolean {
  const rows: readonly Grant[] = grants[action];
  return rows.some(([role, ...dimensions]) =>
    (viewer?.mandates ?? []).some(
      (mandate) => mandate.role === role && dimensions.every((dimension) => matches[dimension](mandate, scope)),
    ),
  );
}

type Mandate = Held["mandates"][number];

const matches: Record<Dimension, (mandate: Mandate, scope: Scope) => boolean> = {
  academy: ({ academy }, { academyCodes }) => Boolean(academy && academyCodes?.includes(academy.code)),
  theme: ({ theme }, { themeId }) => Boolean(theme && theme.id === themeId),
  discipline: ({ disciplineCode }, { disciplineCodes }) =>
    Boolean(disciplineCode && disciplineCodes?.includes(disciplineCode)),
  departement: ({ departement }, scope) => Boolean(departement && departement === scope.departement),
};

export const holds = (viewer: Held | null | undefined, ...roles: Role[]): boolean =>
  (viewer?.mandates ?? []).some(({ role }) => roles.includes(role));

/** « Inspection pilote, Délégué·e académique au numérique ». */
export const whoMay = (action: Action): string => {
  const rows: readonly Grant[] = grants[action];
  return rows.map(([role]) => labelOf("Role", role)).join(", ");
};

interface Related {
  code: string;
  successor?: { code: string } | null;
  predecessors?: readonly { code: string }[];
}

/** An academy with its successor and those it came from: a mandate given in one holds in the others. */
export const familyOf = (academy: Related | null | undefined): string[] =>
  academy
    ? [academy.code, ...(academy.successor ? [academy.successor.code] : []), ...codesOf(academy.predecessors ?? [])]
    : [];

const codesOf = (academies: readonly { code: string }[]) => academies.map(({ code }) => code);
