import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { figure } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";

interface Props {
  application: ApplicationDossierFragment;
}

/** What the academy must know first: a correction, an inadmissibility, another application of its own. */
export function Warnings({ application }: Props) {
  const { correction, inadmissibility, others, clonedFrom } = application;
  return (
    <>
      {correction && (
        <Alert
          small
          severity="warning"
          className="fr-mb-2w"
          description={
            <>
              <Trans>
                Une correction est attendue avant le <Time at={correction.dueAt} as="deadline" /> :
              </Trans>{" "}
              <span lang={inFrench}>{correction.reason}</span>
            </>
          }
        />
      )}
      {inadmissibility && (
        <Alert
          small
          severity="error"
          className="fr-mb-2w"
          description={
            <>
              <Trans>Candidature irrecevable :</Trans> <span lang={inFrench}>{inadmissibility.reason}</span>
            </>
          }
        />
      )}
      {others.length > 0 && (
        <Alert
          small
          severity="info"
          className="fr-mb-2w"
          description={
            <>
              <Trans>L’académie a une autre candidature sur ce thème :</Trans>{" "}
              {others.map(({ id, title, state }) => (
                <span key={id}>
                  <Link to={`/espace/candidatures/${id}`} lang={inFrench}>
                    {title}
                  </Link>{" "}
                  ({labelOf("ApplicationState", state)}){" "}
                </span>
              ))}
            </>
          }
        />
      )}
      {clonedFrom && (
        <p className="fr-hint-text">
          <Trans>
            Reprise de <Link to={`/espace/candidatures/${clonedFrom.id}`}>{clonedFrom.title}</Link>.
          </Trans>
        </p>
      )}
    </>
  );
}

/** Who stands for the academy, and who has signed (R31). */
export const Signatures = ({ application: { signatures, receiptUrl } }: Props) => (
  <Section title={t`Cosignatures`}>
    {receiptUrl && (
      <p>
        <a href={receiptUrl}>{t`Récépissé (PDF)`}</a>
      </p>
    )}
    <Facts
      facts={signatures.map(({ role, by, at }) => [
        labelOf("SignatoryRole", role),
        at ? (
          <span key={role}>
            {by?.displayName ?? "–"}, <Time at={at} as="instant" />
          </span>
        ) : (
          t`Pas encore signée`
        ),
      ])}
    />
  </Section>
);

/** The office's alone until it is published. */
export function Pending({ application: { pendingDecision } }: Props) {
  if (!pendingDecision) return null;
  const { outcome, reason, letter, by, at } = pendingDecision;
  return (
    <Section title={t`Décision préparée`}>
      <Facts
        facts={[
          [t`Décision`, <StateBadge key="outcome" of="ApplicationState" value={outcome} />],
          [
            t`Raison`,
            <span key="reason" lang={inFrench}>
              {reason}
            </span>,
          ],
          [
            t`Préparée`,
            <span key="at">
              <Time at={at} as="instant" />
              {by ? `, ${by.displayName}` : ""}
            </span>,
          ],
        ]}
      />
      <Prose text={letter} />
    </Section>
  );
}

const mark = (value: number | null | undefined) => (value == null ? "–" : figure(value));

/** Mean, median and spread, then each opinion. */
export function Opinions({ application: { reviews, reviewSummary } }: Props) {
  if (!reviews || reviews.length === 0) return null;
  return (
    <Section title={t`Avis`}>
      {reviewSummary && (
        <Facts
          facts={[
            [t`Moyenne sur 20`, mark(reviewSummary.mean)],
            [t`Médiane`, mark(reviewSummary.median)],
            [t`Écart type`, mark(reviewSummary.spread)],
          ]}
        />
      )}
      <TableFrame caption={t`Avis des évaluateur·rices`}>
        <thead>
          <tr>
            <th scope="col">{t`Évaluateur·rice`}</th>
            <th scope="col">{t`État`}</th>
            <th scope="col" className="fr-cell--right">{t`Note sur 20`}</th>
            <th scope="col">{t`Appréciation`}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(({ id, reviewer, state, mark: given, comment, conflict, reason }) => (
            <tr key={id}>
              <th scope="row">{reviewer?.displayName ?? "–"}</th>
              <td>
                <StateBadge of="ReviewState" value={state} />
              </td>
              <td className="fr-cell--right">{mark(given)}</td>
              <td lang={inFrench}>{conflict ? (reason ?? labelOf("ConflictKind", conflict)) : (reason ?? comment)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </Section>
  );
}
