import { Button } from "@codegouvfr/react-dsfr/Button";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { Degree, Track } from "../../gen/graphql.ts";
import { useFieldError, useFieldId } from "../../ui/command.ts";
import { CheckboxField, SelectField } from "../../ui/fields.tsx";
import { options } from "../../ui/labels.ts";
import { PersonPicker } from "../people/PersonPicker.tsx";
import type { FoundPerson } from "../people/usePersonSearch.ts";
import type { Member } from "./revision.ts";

interface MembersEditorProps {
  members: Member[];
  onChange: (members: Member[]) => void;
  academy: { code: string; departements: readonly string[] } | null;
  disciplines: readonly { code: string; label: string }[];
  /** The discipline proposed for a new member. */
  likely: string | null;
}

/** The teachers of the team (R28, R32): any mix of degrees, tracks and disciplines. */
export function MembersEditor({ members, onChange, academy, disciplines, likely }: MembersEditorProps) {
  const [removed, setRemoved] = useState<{ member: Member; rank: number } | null>(null);
  const heading = useRef<HTMLDivElement>(null);
  const id = useFieldId("members");
  const error = useFieldError("members");
  const implementing = members.filter(({ implementsInClass }) => implementsInClass).length;

  const add = (person: FoundPerson | null) => {
    if (!person || members.some(({ personId }) => personId === person.id)) return;
    const departement = academy?.departements.length === 1 ? (academy.departements[0] ?? null) : null;
    const teaching = { degree: "SECOND", track: "GENERAL", disciplineCode: likely, departement } as const;
    onChange([
      ...members,
      { ...teaching, personId: person.id, displayName: person.displayName, implementsInClass: true },
    ]);
  };
  const remove = (rank: number) => {
    const member = members[rank];
    if (!member) return;
    setRemoved({ member, rank });
    onChange(members.filter((_, other) => other !== rank));
    heading.current?.focus();
  };
  const restore = () => {
    if (removed) onChange(members.toSpliced(removed.rank, 0, removed.member));
    setRemoved(null);
    heading.current?.focus();
  };

  return (
    <div id={id} ref={heading} tabIndex={-1}>
      <p>
        <Trans>
          {plural(members.length, { one: "# enseignant·e", other: "# enseignant·es" })}, dont {implementing} en classe.
          Il en faudra au moins trois qui mettent en œuvre des séquences.
        </Trans>
      </p>
      {error && <p className="fr-error-text">{error}</p>}
      {members.map((member, rank) => (
        <MemberFields
          key={member.personId}
          member={member}
          rank={rank}
          departements={academy?.departements ?? []}
          disciplines={disciplines}
          onChange={(patch) => onChange(members.with(rank, { ...member, ...patch }))}
          onRemove={() => remove(rank)}
        />
      ))}
      <div role="status">
        {removed && (
          <p>
            {t`${removed.member.displayName} n’est plus dans l’équipe.`}{" "}
            <Button type="button" size="small" priority="secondary" onClick={restore}>
              {t`Rétablir`}
            </Button>
          </p>
        )}
      </div>
      <PersonPicker
        key={members.length}
        name="newMember"
        label={t`Ajouter un·e enseignant·e`}
        optional
        academyCode={academy?.code}
        value={null}
        onChange={add}
      />
    </div>
  );
}

interface MemberFieldsProps {
  member: Member;
  rank: number;
  departements: readonly string[];
  disciplines: readonly { code: string; label: string }[];
  onChange: (patch: Partial<Member>) => void;
  onRemove: () => void;
}

function MemberFields({ member, rank, departements, disciplines, onChange, onRemove }: MemberFieldsProps) {
  const path = (field: string) => `members.${rank}.${field}`;
  return (
    <fieldset className="member">
      <legend>{member.displayName}</legend>
      <div className="field-row">
        <SelectField
          name={path("degree")}
          label={t`Degré`}
          options={options("Degree")}
          value={member.degree}
          onChange={(degree) => onChange({ degree: degree as Degree })}
        />
        <SelectField
          name={path("track")}
          label={t`Voie`}
          options={options("Track")}
          value={member.track ?? "GENERAL"}
          onChange={(track) => onChange({ track: track as Track })}
        />
        <SelectField
          name={path("disciplineCode")}
          label={t`Discipline`}
          optional
          options={disciplines.map(({ code, label }) => ({ value: code, label }))}
          value={member.disciplineCode ?? ""}
          onChange={(code) => onChange({ disciplineCode: code || null })}
        />
        <SelectField
          name={path("departement")}
          label={t`Département`}
          optional={member.degree === "SECOND"}
          options={departements.map((code) => ({ value: code, label: code }))}
          value={member.departement ?? ""}
          onChange={(code) => onChange({ departement: code || null })}
        />
      </div>
      <CheckboxField
        name={path("implementsInClass")}
        label={t`Met en œuvre des séquences en classe`}
        defaultChecked={member.implementsInClass}
        onChange={(implementsInClass) => onChange({ implementsInClass })}
      />
      <Button
        type="button"
        size="small"
        priority="tertiary"
        onClick={onRemove}
        nativeButtonProps={{ "aria-label": t`Retirer ${member.displayName} de l’équipe` }}
      >
        {t`Retirer de l’équipe`}
      </Button>
    </fieldset>
  );
}
