import { t } from "@lingui/core/macro";
import type { AppointInput } from "../../gen/graphql.ts";
import { CheckboxField, SelectField } from "../../ui/fields.tsx";
import { oneOf } from "../../ui/filters.ts";
import { checked, optionalText } from "../../ui/formData.ts";
import { labels, options } from "../../ui/labels.ts";
import type { Place } from "./AppointForm.tsx";
import type { SeatRole } from "./rights.ts";

/** What a role's mandate says besides who, where and when. */
export const RoleFields = ({ role, place }: { role: SeatRole; place: Place }) => (
  <>
    {role === "PILOT" && (
      <SelectField name="corps" label={t`Corps d’inspection`} options={options("InspectionCorps")} />
    )}
    {(role === "TEACHER" || role === "REFERENT") && <TeachingFields place={place} optional={role === "REFERENT"} />}
    {role === "IEN" && place.academy && <DepartementField codes={place.academy.departements} />}
  </>
);

const TeachingFields = ({ place, optional }: { place: Place; optional: boolean }) => (
  <>
    <div className="field-row">
      <SelectField name="degree" label={t`Degré`} options={options("Degree")} optional={optional} />
      <SelectField name="track" label={t`Voie`} options={options("Track")} optional={optional} />
    </div>
    <div className="field-row">
      <SelectField
        name="disciplineCode"
        label={t`Discipline`}
        optional
        options={place.disciplines.map(({ code, label }) => ({ value: code, label }))}
      />
      {place.academy && <DepartementField codes={place.academy.departements} />}
    </div>
    <CheckboxField
      name="implementsInClass"
      label={t`Met en œuvre des séquences en classe`}
      hint={t`Il en faut au moins trois par équipe.`}
    />
  </>
);

const DepartementField = ({ codes }: { codes: readonly string[] }) => (
  <SelectField
    name="departement"
    label={t`Département`}
    hint={t`Nécessaire dans le premier degré.`}
    optional
    options={codes.map((code) => ({ value: code, label: code }))}
  />
);

export const readRoleFields = (form: FormData): Partial<AppointInput> => ({
  corps: oneOf(labels.InspectionCorps, optionalText(form, "corps") ?? undefined),
  degree: oneOf(labels.Degree, optionalText(form, "degree") ?? undefined),
  track: oneOf(labels.Track, optionalText(form, "track") ?? undefined),
  disciplineCode: optionalText(form, "disciplineCode"),
  departement: optionalText(form, "departement"),
  implementsInClass: checked(form, "implementsInClass"),
});
