import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useRef, useState } from "react";
import type { CampaignSetupFragment } from "../../gen/graphql.ts";
import { useFieldError, useFieldId } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { numberOf, text, texts } from "../../ui/formData.ts";

type Criterion = CampaignSetupFragment["settings"]["grid"][number];

const CODES = "grid.code";

/** What the editor's fields hold, in their order. */
export const gridOf = (form: FormData): Criterion[] =>
  texts(form, CODES).map((code, index) => ({
    code,
    label: text(form, `settings.grid.${index}.label`),
    weight: numberOf(form, `settings.grid.${index}.weight`) ?? 0,
    max: numberOf(form, `settings.grid.${index}.max`) ?? 0,
  }));

/** The criteria of the review: changed, added and taken away until the first review is begun. */
export function GridEditor({ grid }: { grid: readonly Criterion[] }) {
  const [rows, setRows] = useState(grid);
  const next = useRef(grid.length + 1);
  const error = useFieldError("settings.grid");
  const add = () => {
    const taken = new Set([...grid, ...rows].map(({ code }) => code));
    while (taken.has(`criterion-${next.current}`)) next.current++;
    setRows([...rows, { code: `criterion-${next.current++}`, label: "", weight: 1, max: 5 }]);
  };
  return (
    <fieldset className="fr-fieldset" id={useFieldId("settings.grid")} tabIndex={-1}>
      <legend className="fr-fieldset__legend">{t`Grille d’évaluation`}</legend>
      {error && <p className="fr-fieldset__element fr-error-text fr-mb-2w">{error}</p>}
      {rows.map(({ code, label, weight, max }, index) => (
        <div key={code} className="fr-fieldset__element criterion">
          <input type="hidden" name={CODES} value={code} />
          <TextField name={`settings.grid.${index}.label`} label={t`Critère`} defaultValue={label} />
          <TextField name={`settings.grid.${index}.weight`} label={t`Poids`} type="number" defaultValue={weight} />
          <TextField
            name={`settings.grid.${index}.max`}
            label={t`Note la plus haute`}
            type="number"
            defaultValue={max}
          />
          <Button
            type="button"
            priority="tertiary"
            size="small"
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter((row) => row.code !== code))}
            nativeButtonProps={{ "aria-label": t`Retirer le critère ${index + 1}` }}
          >
            {t`Retirer`}
          </Button>
        </div>
      ))}
      <div className="fr-fieldset__element">
        <Button type="button" priority="secondary" size="small" onClick={add}>
          {t`Ajouter un critère`}
        </Button>
      </div>
    </fieldset>
  );
}
