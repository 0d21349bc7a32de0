import { useMutation } from "@apollo/client/react";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { AssignReviewersFromCsvMutation, CampaignSetupFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { figure } from "../../ui/plural.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { PersonPicker, type PersonRef } from "../people/PersonPicker.tsx";
import { ASSIGN_FROM_CSV, BALANCE_REVIEWS, NAME_REVIEWERS, REMOVE_REVIEWER } from "./settings.ts";

interface PanelProps {
  campaign: CampaignSetupFragment;
  onDone: () => void;
}

/** Who reviews, for one theme or for all; shared out evenly, by file, or one by one. */
export const ReviewersPanel = ({ campaign, onDone }: PanelProps) => (
  <>
    <Table campaign={campaign} onDone={onDone} />
    <div className="actions">
      <Name campaign={campaign} onDone={onDone} />
      <Balance campaign={campaign} onDone={onDone} />
      <Csv onDone={onDone} />
    </div>
  </>
);

function Table({ campaign, onDone }: PanelProps) {
  const [remove] = useMutation(REMOVE_REVIEWER, { errorPolicy: "all", onCompleted: onDone });
  const reviewers = campaign.reviewers ?? [];
  if (reviewers.length === 0) return <p>{t`Aucun·e évaluateur·rice n’est encore nommé·e.`}</p>;
  return (
    <TableFrame caption={t`Évaluateur·rices`}>
      <thead>
        <tr>
          <th scope="col">{t`Personne`}</th>
          <th scope="col">{t`Thème`}</th>
          <th scope="col" className="fr-cell--right">{t`Rendues / confiées`}</th>
          <th scope="col">{t`Action`}</th>
        </tr>
      </thead>
      <tbody>
        {reviewers.map(({ person, theme, assigned, submitted }) => (
          <tr key={`${person?.id}/${theme?.id}`}>
            <th scope="row">{person?.displayName ?? "–"}</th>
            <td>{theme?.title ?? t`Tous`}</td>
            <td className="fr-cell--right">
              {figure(submitted)} / {figure(assigned)}
            </td>
            <td>
              {person && submitted === 0 && (
                <Button
                  size="small"
                  priority="tertiary"
                  type="button"
                  title={t`Retirer ${person.displayName}`}
                  onClick={() =>
                    void remove({ variables: { input: { campaignId: campaign.id, personId: person.id } } })
                  }
                >
                  {t`Retirer`}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Name({ campaign, onDone }: PanelProps) {
  const [person, setPerson] = useState<PersonRef | null>(null);
  const command = useRefusals(
    NAME_REVIEWERS,
    (data) => data.nameReviewers,
    () => {
      setPerson(null);
      onDone();
    },
  );
  const variables = (form: FormData) => ({
    input: {
      campaignId: campaign.id,
      themeId: optionalText(form, "themeId"),
      personIds: [text(form, "personIds")].filter(Boolean),
    },
  });
  return (
    <RevealedCommand
      label={t`Nommer un·e évaluateur·rice`}
      command={command}
      variables={variables}
      submit={t`Nommer`}
      scope="evaluateur"
    >
      <PersonPicker name="personIds" label={t`Personne`} value={person} onChange={setPerson} />
      <SelectField
        name="themeId"
        label={t`Thème`}
        placeholder={t`Tous les thèmes`}
        options={(campaign.themes?.nodes ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        optional
      />
    </RevealedCommand>
  );
}

function Balance({ campaign, onDone }: PanelProps) {
  const command = useRefusals(BALANCE_REVIEWS, (data) => data.balanceReviews, onDone);
  return (
    <RevealedCommand
      label={t`Répartir les candidatures recevables`}
      command={command}
      variables={() => ({ input: { campaignId: campaign.id } })}
      submit={t`Répartir`}
      scope="repartition"
    >
      <p>
        <Trans>Au plus égal, sans lien d’intérêt : ni la même académie, ni la même équipe, ni un lien déclaré.</Trans>
      </p>
    </RevealedCommand>
  );
}

function Csv({ onDone }: { onDone: () => void }) {
  const [rows, setRows] = useState<AssignReviewersFromCsvMutation["assignReviewersFromCsv"]["rows"]>([]);
  const command = useRefusals(
    ASSIGN_FROM_CSV,
    (data) => data.assignReviewersFromCsv,
    ({ assignReviewersFromCsv }) => {
      setRows(assignReviewersFromCsv.rows);
      onDone();
    },
  );
  return (
    <RevealedCommand
      label={t`Répartir par un fichier CSV`}
      command={command}
      variables={(form) => ({ input: { csv: text(form, "csv") } })}
      submit={t`Confier`}
      scope="csv"
    >
      <TextAreaField
        name="csv"
        label={t`Lignes du fichier`}
        hint={t`Identifiant de candidature, identifiant d’évaluateur·rice.`}
        rows={6}
      />
      {rows.some(({ errors }) => errors.length > 0) && (
        <ul>
          {rows
            .filter(({ errors }) => errors.length > 0)
            .map(({ row, errors }) => (
              <li key={row} lang={inFrench}>
                {row} : {errors.map(({ message }) => message).join(" ")}
              </li>
            ))}
        </ul>
      )}
    </RevealedCommand>
  );
}
