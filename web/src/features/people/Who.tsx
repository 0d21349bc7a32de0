import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import type { Role } from "../../gen/graphql.ts";
import { addressOf } from "../../ui/filters.ts";
import { labelOf } from "../../ui/labels.ts";

interface PersonLike {
  displayName: string;
  email?: string | null;
}

/** A person, one click from writing to her or him. */
export const PersonName = ({ person }: { person: PersonLike }) =>
  person.email ? <a href={`mailto:${person.email}`}>{person.displayName}</a> : person.displayName;

/** « À qui s’adresser » : each role leads to its persons in the directory. */
export const WhoCanAct = ({ roles, academyCode }: { roles: readonly Role[]; academyCode?: string }) => (
  <>
    {roles.map((role, rank) => (
      <span key={role}>
        {rank > 0 && t` ou `}
        <Link to={directoryOf(role, academyCode)}>{labelOf("Role", role)}</Link>
      </span>
    ))}
  </>
);

const nationwide: readonly Role[] = ["PROGRAMME", "EXPERT", "INSPECTOR_GENERAL", "ADMIN", "ANALYST", "EDITOR"];

const directoryOf = (role: Role, academyCode: string | undefined) =>
  addressOf("/espace/annuaire", { role, academie: nationwide.includes(role) ? undefined : academyCode });
