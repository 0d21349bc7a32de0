import type { Resolvers } from "../gen/schema.ts";
import { AcademicRegion, Academy } from "./Academy.ts";
import { Application } from "./Application.ts";
import { AcademicGroup, DasenAgreement, NationalGroup, Seat } from "./Group.ts";
import { Mandate } from "./Mandate.ts";
import { appoint } from "./Mutation/appoint.ts";
import { endMandate } from "./Mutation/endMandate.ts";
import { giveDasenAgreement } from "./Mutation/giveDasenAgreement.ts";
import { recordPerson } from "./Mutation/recordPerson.ts";
import { Person } from "./Person.ts";
import { academies, academy } from "./Query/academies.ts";
import { academicGroup, nationalGroup } from "./Query/groups.ts";
import { participation } from "./Query/participation.ts";
import { person, persons } from "./Query/persons.ts";
import { identity, viewer } from "./Query/viewer.ts";
import { Project, Theme } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: { viewer, academy, academies, person, persons, academicGroup, nationalGroup, participation, identity },
  Mutation: { recordPerson, appoint, endMandate, giveDasenAgreement },
  AcademicRegion,
  Academy,
  Person,
  Mandate,
  Seat,
  AcademicGroup,
  DasenAgreement,
  NationalGroup,
  Theme,
  Project,
  Application,
  Viewer,
};
