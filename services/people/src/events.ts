import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { type Academy, type AcademyFact, labelOf } from "./domain/academy.ts";
import type { Gap } from "./domain/composition.ts";
import type { AcademicGroup, AcademicGroupFact, NationalGroup, NationalGroupFact, Seat } from "./domain/group.ts";
import type { Mandate, MandateFact } from "./domain/mandate.ts";
import type { Person, PersonFact } from "./domain/person.ts";

/** What each fact says to the others: a new fact does not compile until it is decided here. */
export function tellAcademy(_: AcademyFact, state: Academy): Told {
  const academy = create(proto.AcademySchema, {
    code: state.id,
    name: state.name,
    // Its last name: Mayotte is told as the academy that it became.
    label: labelOf(state, "9999-12-31"),
    regionCode: state.regionCode,
    regionName: state.regionName,
    departements: state.departements,
    holidayZone: state.holidayZone ?? "",
    timeZone: state.timeZone,
    validFrom: state.validFrom ?? "",
    validTo: state.validTo ?? "",
    successorCode: state.successorCode ?? "",
    sites: state.sites,
  });
  return tell(proto.AcademyRecordedSchema, create(proto.AcademyRecordedSchema, { academy }));
}

/** Names and mail addresses leave on the compacted topic only: a tombstone forgets them. */
export function tellPerson(fact: PersonFact, person: Person): Told {
  switch (fact.type) {
    case "PersonRecorded":
    case "PersonCorrected":
      return tell(PersonStateSchema, personMessage(person));
    case "PersonErased": {
      const { was, erasureId, keepsAuthorship } = fact;
      return tell(PersonStateSchema, { ...personMessage(was), erasureId, keepsAuthorship });
    }
    case "PersonForgotten":
      return fact.keepsAuthorship
        ? tell(PersonStateSchema, personMessage(person))
        : { type: PersonStateSchema.typeName, value: null };
  }
}

const personMessage = (person: Omit<Person, "version">) =>
  create(PersonStateSchema, {
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    familyName: person.familyName,
    academyCode: person.academyCode ?? "",
    establishment: person.establishment ?? "",
    position: person.position ?? "",
    email: person.email ?? "",
  });

/** A mandate that has not begun is nobody else's business. */
export function tellMandate(fact: MandateFact, state: Mandate): Told | null {
  const mandate = mandateMessage(state);
  switch (fact.type) {
    case "MandateGiven":
    case "MandateAccepted":
    case "MandateDeclined":
    case "MandateReplaced":
      return null;
    case "MandateStarted":
      return tell(proto.MandateStartedSchema, create(proto.MandateStartedSchema, { mandate }));
    case "MandateChanged":
      return state.state === "PLANNED"
        ? null
        : tell(proto.MandateChangedSchema, create(proto.MandateChangedSchema, { mandate }));
    case "MandateEnded": {
      const message = { mandate, reason: fact.reason ?? "" };
      return tell(proto.MandateEndedSchema, create(proto.MandateEndedSchema, message));
    }
  }
}

export function tellAcademicGroup(fact: AcademicGroupFact, state: AcademicGroup): Told {
  const group = create(proto.AcademicGroupSchema, {
    ...ownOf(state),
    projectId: state.projectId,
    academyCode: state.academyCode,
  });
  switch (fact.type) {
    case "GroupOpened":
      return tell(proto.AcademicGroupOpenedSchema, create(proto.AcademicGroupOpenedSchema, { group }));
    case "GroupChanged":
      return tell(proto.AcademicGroupChangedSchema, create(proto.AcademicGroupChangedSchema, { group }));
    case "GroupCompleted":
      return tell(proto.AcademicGroupCompletedSchema, create(proto.AcademicGroupCompletedSchema, { group }));
    case "GroupIncomplete":
      return tell(proto.AcademicGroupIncompleteSchema, create(proto.AcademicGroupIncompleteSchema, { group }));
    case "AgreementGiven": {
      const { departement, granted, byId, at } = fact.agreement;
      const message = { academicGroupId: state.id, departement, granted, byId: byId ?? "", at: timestampFromDate(at) };
      return tell(proto.DasenAgreementGivenSchema, create(proto.DasenAgreementGivenSchema, message));
    }
  }
}

export function tellNationalGroup(fact: NationalGroupFact, state: NationalGroup): Told {
  const group = create(proto.NationalGroupSchema, ownOf(state));
  switch (fact.type) {
    case "GroupOpened":
      return tell(proto.NationalGroupOpenedSchema, create(proto.NationalGroupOpenedSchema, { group }));
    case "GroupChanged":
      return tell(proto.NationalGroupChangedSchema, create(proto.NationalGroupChangedSchema, { group }));
    case "GroupCompleted":
      return tell(proto.NationalGroupCompletedSchema, create(proto.NationalGroupCompletedSchema, { group }));
    case "GroupIncomplete":
      return tell(proto.NationalGroupIncompleteSchema, create(proto.NationalGroupIncompleteSchema, { group }));
  }
}

const ownOf = ({ id, themeId, complete, seats, gaps }: NationalGroup | AcademicGroup) => ({
  id,
  themeId,
  complete,
  seats: seats.map(seatMessage),
  gaps: gaps.map(gapMessage),
});

const seatMessage = ({ personId, role, academyCode }: Seat) =>
  create(proto.SeatSchema, { personId, role, academyCode: academyCode ?? "" });

const gapMessage = ({ code, severity, message, requirement }: Gap) =>
  create(proto.GapSchema, { code, severity, message, requirement });

const mandateMessage = (mandate: Mandate) =>
  create(proto.MandateSchema, {
    id: mandate.id,
    personId: mandate.personId,
    role: mandate.role,
    academyCode: mandate.academyCode ?? "",
    themeId: mandate.themeId ?? "",
    disciplineCode: mandate.disciplineCode ?? "",
    departement: mandate.departement ?? "",
    degree: mandate.degree ?? "",
    track: mandate.track ?? "",
    implementsInClass: mandate.implementsInClass,
    startsOn: mandate.startsOn,
    endsOn: mandate.endsOn ?? "",
  });
