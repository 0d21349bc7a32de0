import { useMutation } from "@apollo/client/react";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { type FormEvent, useState } from "react";
import { Link, useSubmit } from "react-router";
import type { DecisionOutcome, SelectionRowFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { text, texts } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { capital, figure } from "../../ui/plural.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { ADMIT_APPLICATIONS, DECIDE_APPLICATIONS } from "./selection.ts";

interface CandidatesProps {
  applications: readonly SelectionRowFragment[];
  themes: readonly { id: string; title: string }[];
  themeId: string;
  onDone: () => void;
}

interface Row {
  row: number;
  errors: readonly { message: string }[];
}

/** By their marks, the best first: chosen ones are admitted or decided at once, with a result per row. */
export function Candidates({ applications, themes, themeId, onDone }: CandidatesProps) {
  const submit = useSubmit();
  const [decide] = useMutation(DECIDE_APPLICATIONS, { errorPolicy: "all" });
  const [admit] = useMutation(ADMIT_APPLICATIONS, { errorPolicy: "all" });
  const [results, setResults] = useState<{ ids: string[]; rows: readonly Row[] } | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const ids = texts(form, "ids");
    const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
    const chosen = applications.filter(({ id }) => ids.includes(id));
    if (value === "admit") {
      const { data } = await admit({ variables: { input: { applicationIds: ids } } });
      setResults({ ids, rows: data?.admitApplications.rows ?? [] });
    } else {
      const outcome = text(form, "outcome") as DecisionOutcome;
      const reason = text(form, "reason");
      const decisions = chosen.map(({ id, version }) => ({
        applicationId: id,
        outcome,
        reason,
        expectedVersion: version,
      }));
      const { data } = await decide({ variables: { input: { decisions } } });
      setResults({ ids: chosen.map(({ id }) => id), rows: data?.decideApplications.rows ?? [] });
    }
    onDone();
  };
  return (
    <>
      <form method="get" onChange={(event) => void submit(event.currentTarget)} className="fr-mb-2w">
        <SelectField
          name="theme"
          label={t`Thème`}
          placeholder={t`Tous les thèmes`}
          defaultValue={themeId}
          options={themes.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        />
      </form>
      <form onSubmit={(event) => void send(event)}>
        <Table applications={applications} results={results} />
        <fieldset className="fr-fieldset">
          <legend className="fr-fieldset__legend">{t`Pour les candidatures cochées`}</legend>
          <div className="fr-fieldset__element">
            <SelectField
              name="outcome"
              label={t`Décision`}
              options={options("DecisionOutcome")}
              defaultValue="RETAINED"
            />
          </div>
          <div className="fr-fieldset__element">
            <TextAreaField
              name="reason"
              label={t`Raison`}
              hint={t`Elle est communiquée à l’académie.`}
              rows={2}
              optional
            />
          </div>
          <div className="fr-fieldset__element actions">
            <Button type="submit" nativeButtonProps={{ name: "command", value: "decide" }}>
              {t`Préparer ces décisions`}
            </Button>
            <Button type="submit" priority="secondary" nativeButtonProps={{ name: "command", value: "admit" }}>
              {t`Déclarer recevables`}
            </Button>
          </div>
        </fieldset>
      </form>
    </>
  );
}

function Table({
  applications,
  results,
}: Pick<CandidatesProps, "applications"> & { results: { ids: string[]; rows: readonly Row[] } | null }) {
  const resultOf = (id: string) => {
    const row = results?.rows[results.ids.indexOf(id)];
    if (!row) return "";
    return row.errors.length > 0 ? row.errors.map(({ message }) => message).join(" ") : "✓";
  };
  return (
    <TableFrame caption={t`Candidatures, la meilleure moyenne d’abord`}>
      <thead>
        <tr>
          <th scope="col">{t`Candidature`}</th>
          <th scope="col">{t`Académie`}</th>
          <th scope="col">{t`État`}</th>
          <th scope="col" className="fr-cell--right">{t`Avis`}</th>
          <th scope="col" className="fr-cell--right">{t`Moyenne`}</th>
          <th scope="col" className="fr-cell--right">{t`Médiane`}</th>
          <th scope="col" className="fr-cell--right">{t`Écart type`}</th>
          <th scope="col">{t`Résultat`}</th>
        </tr>
      </thead>
      <tbody>
        {applications.map(({ id, title, academy, theme, state, pendingDecision, reviewSummary }) => (
          <tr key={id}>
            <td>
              <div className="fr-checkbox-group fr-checkbox-group--sm">
                <input type="checkbox" name="ids" value={id} id={`choix-${id}`} />
                <label className="fr-label" htmlFor={`choix-${id}`} lang={inFrench}>
                  {title}
                </label>
              </div>
              <Link to={`/espace/candidatures/${id}`} className="fr-link fr-link--sm">
                {t`Ouvrir le dossier`}
              </Link>{" "}
              <span className="fr-hint-text" lang={inFrench}>
                {theme.title}
              </span>
            </td>
            <td>{academy ? capital(academy.label) : "–"}</td>
            <td>
              <StateBadge of="ApplicationState" value={state} />
              {pendingDecision && (
                <>
                  {" → "}
                  <StateBadge of="DecisionOutcome" value={pendingDecision.outcome} />
                </>
              )}
            </td>
            <td className="fr-cell--right">{figure(reviewSummary?.count ?? 0)}</td>
            <td className="fr-cell--right">{mark(reviewSummary?.mean)}</td>
            <td className="fr-cell--right">{mark(reviewSummary?.median)}</td>
            <td className="fr-cell--right">{mark(reviewSummary?.spread)}</td>
            <td lang={inFrench} role="status">
              {resultOf(id)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

const mark = (value: number | null | undefined) => (value == null ? "–" : figure(value));
