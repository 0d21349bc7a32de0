import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { ThemeBoardFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useFieldError, useFieldId, useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { TextField } from "../../ui/fields.tsx";
import { periodOf } from "../people/period.ts";
import { SET_WORK_PLAN } from "./themes.ts";

interface WorkPlanEditorProps {
  theme: ThemeBoardFragment;
  close: () => void;
  onDone: () => void;
}

interface Row {
  key: number;
  title: string;
  dueOn: string;
}

/** The experts' work plan: milestones inside the theme's period (R47). */
export function WorkPlanEditor({ theme, close, onDone }: WorkPlanEditorProps) {
  const next = useRef(0);
  const rowOf = (title = "", dueOn = ""): Row => ({ key: next.current++, title, dueOn });
  const [rows, setRows] = useState<Row[]>(() => {
    const known = (theme.workPlan?.milestones ?? []).map(({ title, dueOn }) => rowOf(title, dueOn));
    return known.length > 0 ? known : [rowOf()];
  });
  const command = useRefusals(SET_WORK_PLAN, (data) => data.setWorkPlan, onDone);
  const variables = () => ({
    input: {
      themeId: theme.id,
      milestones: rows.filter(({ title, dueOn }) => title || dueOn).map(({ title, dueOn }) => ({ title, dueOn })),
      expectedVersion: theme.version,
    },
  });
  const period = periodOf(theme.campaign, theme.durationYears);
  const patch = (key: number, change: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Enregistrer le calendrier`}
      scope="calendrier"
      done={t`Le calendrier de travail est enregistré.`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Fermer`}
        </Button>
      }
    >
      {period && (
        <p>
          <Trans>
            Chaque étape tombe entre le {longDate(period.startsOn)} et le {longDate(period.endsOn)}.
          </Trans>
        </p>
      )}
      <Milestones>
        {rows.map(({ key, title, dueOn }, rank) => (
          <div key={key} className="milestone">
            <TextField
              name={`milestones.${rank}.title`}
              label={t`Étape ${rank + 1}`}
              value={title}
              onChange={(value) => patch(key, { title: value })}
            />
            <TextField
              name={`milestones.${rank}.dueOn`}
              label={t`Date de l’étape ${rank + 1}`}
              type="date"
              value={dueOn}
              onChange={(value) => patch(key, { dueOn: value })}
            />
            <Button
              type="button"
              priority="tertiary"
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
              nativeButtonProps={{ "aria-label": t`Retirer l’étape ${rank + 1}` }}
            >
              {t`Retirer`}
            </Button>
          </div>
        ))}
      </Milestones>
      <Button type="button" priority="secondary" size="small" onClick={() => setRows([...rows, rowOf()])}>
        {t`Ajouter une étape`}
      </Button>
    </CommandForm>
  );
}

/** A refusal names the milestones as a whole. */
function Milestones({ children }: { children: React.ReactNode }) {
  const error = useFieldError("milestones");
  return (
    <div id={useFieldId("milestones")} tabIndex={-1}>
      {error && <p className="fr-error-text fr-mb-2w">{error}</p>}
      {children}
    </div>
  );
}
