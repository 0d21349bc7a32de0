import { checkAcademic, isComplete, type TeamSeat } from "../domain/composition.ts";
import type { Role } from "../domain/role.ts";
import type { ApplicationResolvers } from "../gen/schema.ts";
import type { Application as Draft } from "../mappers.ts";

export const Application: ApplicationResolvers = {
  __resolveReference: (application) => application as Draft,
  /** Advice on a draft, by the same rules as the group's: what only exists later is shown as still to come. */
  compositionCheck: (application) => {
    const gaps = checkAcademic({ seats: seatsOf(application), agreements: [] });
    return { complete: isComplete(gaps), gaps };
  },
};

function seatsOf({ referent, pilot, cardie, members }: Draft): TeamSeat[] {
  const named = (role: Role, person: { id: string } | null | undefined): TeamSeat[] =>
    person ? [{ personId: person.id, role, degree: null, implementsInClass: false, departement: null }] : [];
  return [
    ...named("REFERENT", referent),
    ...named("PILOT", pilot),
    ...named("CARDIE", cardie),
    ...members.map(({ personId, degree, implementsInClass, departement }): TeamSeat => {
      return { personId, role: "TEACHER", degree, implementsInClass, departement: departement ?? null };
    }),
  ];
}
