import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { InstalmentFileFragment, PayMeasure, PayNature } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { options } from "../../ui/labels.ts";
import { SET_PAY_LINES } from "./pay.ts";

interface Row {
  key: number;
  personId: string;
  nature: PayNature;
  otherNature: string;
  measure: PayMeasure;
  quantity: string;
}

interface PayLinesEditorProps {
  instalment: InstalmentFileFragment;
  onDone: () => void;
}

/** One line per person and nature; whoever sits in the group may be chosen, the service checks the school year (R89). */
export function PayLinesEditor({ instalment, onDone }: PayLinesEditorProps) {
  const next = useRef(0);
  const team = teamOf(instalment);
  const empty = (personId = ""): Row => ({
    ...{ key: next.current++, personId, nature: "HSE", otherNature: "", measure: "UNITS", quantity: "" },
  });
  const rowsOf = (lines: InstalmentFileFragment["lines"]) => (lines ?? []).map((line) => toRow(line, next.current++));
  const [rows, setRows] = useState<Row[]>(() => rowsOf(instalment.lines));
  const command = useRefusals(
    SET_PAY_LINES,
    (data) => data.setPayLines,
    (data) => {
      setRows(rowsOf(data.setPayLines.instalment?.lines ?? null));
      onDone();
    },
  );
  const patch = (key: number, change: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const variables = () => ({
    input: {
      projectId: instalment.project.id,
      schoolYear: instalment.schoolYear,
      number: instalment.number,
      expectedVersion: instalment.version,
      lines: rows.map(({ key: _key, quantity, otherNature, ...row }) => ({
        ...row,
        otherNature: otherNature || null,
        quantity: Number(quantity.replace(",", ".")) || 0,
      })),
    },
  });
  const missing = team.filter(({ id }) => !rows.some(({ personId }) => personId === id));
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Enregistrer les lignes`}
      scope="lignes"
      done={t`Les lignes sont enregistrées.`}
    >
      {rows.length === 0 && (
        <p>
          <Trans>Aucune ligne encore : ajoutez les personnes à payer.</Trans>
        </p>
      )}
      {rows.map((row, rank) => (
        <LineFields
          key={row.key}
          row={row}
          rank={rank}
          team={team}
          onChange={(change) => patch(row.key, change)}
          onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div className="actions">
        <Button type="button" priority="secondary" size="small" onClick={() => setRows([...rows, empty()])}>
          {t`Ajouter une ligne`}
        </Button>
        {missing.length > 0 && (
          <Button
            type="button"
            priority="tertiary"
            size="small"
            onClick={() => setRows([...rows, ...missing.map(({ id }) => empty(id))])}
          >
            {t`Ajouter toute l’équipe`}
          </Button>
        )}
      </div>
    </CommandForm>
  );
}

interface LineFieldsProps {
  row: Row;
  rank: number;
  team: { id: string; displayName: string }[];
  onChange: (change: Partial<Row>) => void;
  onRemove: () => void;
}

function LineFields({ row, rank, team, onChange, onRemove }: LineFieldsProps) {
  const path = (field: string) => `lines.${rank}.${field}`;
  return (
    <fieldset className="member">
      <legend>{t`Ligne ${rank + 1}`}</legend>
      <div className="field-row">
        <SelectField
          name={path("personId")}
          label={t`Personne`}
          options={team.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={row.personId}
          onChange={(personId) => onChange({ personId })}
        />
        <SelectField
          name={path("nature")}
          label={t`Nature`}
          options={options("PayNature")}
          value={row.nature}
          onChange={(nature) => onChange({ nature: nature as PayNature })}
        />
        <TextField
          name={path("quantity")}
          label={t`Quantité`}
          value={row.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
        <SelectField
          name={path("measure")}
          label={t`Mesure`}
          options={options("PayMeasure")}
          value={row.measure}
          onChange={(measure) => onChange({ measure: measure as PayMeasure })}
        />
      </div>
      {row.nature === "OTHER" && (
        <TextField
          name={path("otherNature")}
          label={t`Nature à préciser`}
          value={row.otherNature}
          onChange={(otherNature) => onChange({ otherNature })}
        />
      )}
      <Button
        type="button"
        size="small"
        priority="tertiary"
        onClick={onRemove}
        nativeButtonProps={{ "aria-label": t`Retirer la ligne ${rank + 1}` }}
      >
        {t`Retirer`}
      </Button>
    </fieldset>
  );
}

type Line = NonNullable<InstalmentFileFragment["lines"]>[number];

const toRow = ({ person, nature, otherNature, measure, quantity }: Line, key: number): Row => ({
  ...{ key, nature, measure, personId: person?.id ?? "", otherNature: otherNature ?? "" },
  quantity: String(quantity).replace(".", ","),
});

/** The group of today, and whoever already has a line: a person who left may still be paid. */
function teamOf({ project, lines }: InstalmentFileFragment) {
  const seated = (project.group?.seats ?? []).map(({ person }) => person);
  const paid = (lines ?? []).flatMap(({ person }) => person ?? []);
  const found = new Map([...seated, ...paid].map(({ id, displayName }) => [id, { id, displayName }]));
  return [...found.values()].sort((one, other) => one.displayName.localeCompare(other.displayName, "fr"));
}
