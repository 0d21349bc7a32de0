import type { Academy as AcademyState } from "./domain/academy.ts";
import type { Erasure as ErasureState } from "./domain/erasure.ts";
import type {
  AcademicGroup as AcademicGroupState,
  Agreement,
  NationalGroup as NationalGroupState,
  Seat as SeatState,
} from "./domain/group.ts";
import type { Mandate as MandateState } from "./domain/mandate.ts";
import type { Partner as PartnerState } from "./domain/partner.ts";
import type { Person as PersonState } from "./domain/person.ts";
import type { Correction as CorrectionRow } from "./gen/prisma/client.ts";

/** What resolvers receive as the parent of each type. */
export type AcademicRegion = { code: string; name: string };
export type Academy = AcademyState;
export type Person = PersonState;
export type Mandate = MandateState;
export type Seat = SeatState;
export type AcademicGroup = AcademicGroupState;
export type NationalGroup = NationalGroupState;
export type DasenAgreement = Agreement;
export type Viewer = { id: string };
export type Theme = { id: string };
export type Project = { id: string };
export type TeamMember = {
  personId: string;
  degree: "FIRST" | "SECOND";
  track: "GENERAL" | "TECHNOLOGICAL" | "VOCATIONAL";
  disciplineCode?: string | null;
  implementsInClass: boolean;
  departement?: string | null;
};
type Ref = { id: string } | null | undefined;
export type Application = { id: string; referent?: Ref; pilot?: Ref; cardie?: Ref; members: TeamMember[] };
export type Partner = PartnerState;
export type Erasure = ErasureState;
export type Correction = CorrectionRow;
