import { t } from "@lingui/core/macro";
import { Fragment, useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { AppointInput } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxField, SelectField, TextField } from "../../ui/fields.tsx";
import { checked, optionalText, text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { PersonPicker } from "./PersonPicker.tsx";
import type { Period } from "./period.ts";
import { RoleFields, readRoleFields } from "./RoleFields.tsx";
import type { SeatRole } from "./rights.ts";
import type { FoundPerson } from "./usePersonSearch.ts";

const APPOINT = graphql(`
  mutation Appoint($input: AppointInput!) {
    appoint(input: $input) {
      mandate {
        id
        role
        startsOn
        endsOn
        inForce
        state
        version
        person {
          id
          displayName
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export interface Place {
  themeId: string;
  /** Absent in a national group. */
  academy?: { code: string; departements: readonly string[] };
  disciplines: readonly { code: string; label: string }[];
}

interface AppointFormProps {
  roles: readonly SeatRole[];
  place: Place;
  dates: Period;
  onDone: () => void;
}

/** Gives a seat of a group to a person of the directory, for the time of the project. */
export function AppointForm({ roles, place, dates, onDone }: AppointFormProps) {
  const [role, setRole] = useState<SeatRole | "">(roles.length === 1 ? (roles[0] ?? "") : "");
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState("");
  const command = useRefusals(
    APPOINT,
    (data) => data.appoint,
    ({ appoint: { mandate } }) => {
      setSaid(mandate ? saidOf(mandate.person.displayName, labelOf("Role", mandate.role), mandate.state) : "");
      setPerson(null);
      setRound(round + 1);
      onDone();
    },
  );
  const variables = (form: FormData) => ({ input: inputOf(form, role as AppointInput["role"], place) });
  return (
    <CommandForm command={command} variables={variables} submit={t`Donner ce siège`} scope="nommer" done={said}>
      <Fragment key={round}>
        <SelectField
          name="role"
          label={t`Rôle dans le groupe`}
          options={roles.map((value) => ({ value, label: labelOf("Role", value) }))}
          value={role}
          onChange={(value) => setRole(value as SeatRole)}
        />
        <PersonPicker
          name="personId"
          label={t`Personne`}
          academyCode={place.academy?.code}
          value={person}
          onChange={setPerson}
        />
        {role && <RoleFields role={role} place={place} />}
        <div className="field-row">
          <TextField name="startsOn" label={t`Premier jour`} type="date" defaultValue={dates.startsOn} />
          <TextField name="endsOn" label={t`Dernier jour`} type="date" optional defaultValue={dates.endsOn} />
        </div>
        <CheckboxField
          name="invite"
          label={t`Inviter la personne : elle accepte ou décline`}
          hint={t`Sans cela, le siège est donné aussitôt : elle a déjà dit oui.`}
        />
        <TextField
          name="designation"
          label={t`Désignation`}
          hint={t`Par exemple : lettre de mission du 3 juin 2020.`}
          optional
        />
      </Fragment>
    </CommandForm>
  );
}

const saidOf = (name: string, role: string, state: string) =>
  state === "INVITED" ? t`${name} : ${role}. L’invitation est envoyée.` : t`${name} : ${role}. Le siège est donné.`;

const inputOf = (form: FormData, role: AppointInput["role"], { academy, themeId }: Place): AppointInput => ({
  ...readRoleFields(form),
  role,
  personId: text(form, "personId"),
  academyCode: academy?.code,
  themeId,
  startsOn: text(form, "startsOn"),
  endsOn: optionalText(form, "endsOn"),
  designation: optionalText(form, "designation"),
  invite: checked(form, "invite"),
});
