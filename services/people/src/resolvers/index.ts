import type { Resolvers } from "../gen/schema.ts";
import { AcademicRegion, Academy } from "./Academy.ts";
import { Application } from "./Application.ts";
import { Correction, Erasure } from "./Erasure.ts";
import { AcademicGroup, DasenAgreement, NationalGroup, Partner, Seat } from "./Group.ts";
import { Mandate } from "./Mandate.ts";
import { addPartner } from "./Mutation/addPartner.ts";
import { answerInvitation } from "./Mutation/answerInvitation.ts";
import { appoint } from "./Mutation/appoint.ts";
import { claimIdentity } from "./Mutation/claimIdentity.ts";
import { answerCorrection, requestCorrection } from "./Mutation/corrections.ts";
import { correctPerson } from "./Mutation/correctPerson.ts";
import { endMandate } from "./Mutation/endMandate.ts";
import { endPartner } from "./Mutation/endPartner.ts";
import { confirmErasure, requestErasure, withdrawErasure } from "./Mutation/erasures.ts";
import { giveClaimLink } from "./Mutation/giveClaimLink.ts";
import { giveDasenAgreement } from "./Mutation/giveDasenAgreement.ts";
import { importPersons } from "./Mutation/importPersons.ts";
import { recordPerson } from "./Mutation/recordPerson.ts";
import { replaceMandate } from "./Mutation/replaceMandate.ts";
import { setTerms } from "./Mutation/setTerms.ts";
import { writeToGroup } from "./Mutation/writeToGroup.ts";
import { Person } from "./Person.ts";
import { academies, academy } from "./Query/academies.ts";
import { corrections, personsSheet, terms } from "./Query/care.ts";
import { erasureReceipt, erasures } from "./Query/erasures.ts";
import { academicGroup, nationalGroup } from "./Query/groups.ts";
import { participation } from "./Query/participation.ts";
import { person, persons } from "./Query/persons.ts";
import { identity, viewer } from "./Query/viewer.ts";
import { Project, Theme } from "./Theme.ts";
import { Viewer } from "./Viewer.ts";

export const resolvers: Resolvers = {
  Query: {
    viewer,
    academy,
    academies,
    person,
    persons,
    personsSheet,
    academicGroup,
    nationalGroup,
    participation,
    erasures,
    erasureReceipt,
    corrections,
    terms,
    identity,
  },
  Mutation: {
    recordPerson,
    correctPerson,
    importPersons,
    giveClaimLink,
    claimIdentity,
    appoint,
    answerInvitation,
    endMandate,
    replaceMandate,
    giveDasenAgreement,
    addPartner,
    endPartner,
    writeToGroup,
    requestErasure,
    confirmErasure,
    withdrawErasure,
    requestCorrection,
    answerCorrection,
    setTerms,
  },
  AcademicRegion,
  Academy,
  Person,
  Mandate,
  Seat,
  AcademicGroup,
  DasenAgreement,
  Partner,
  Erasure,
  Correction,
  NationalGroup,
  Theme,
  Project,
  Application,
  Viewer,
};
