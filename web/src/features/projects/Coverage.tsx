import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { SelectionCoverageFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Figures } from "../../ui/Figures.tsx";
import { labelOf } from "../../ui/labels.ts";
import { capital, figure } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";

export const SELECTION_COVERAGE = graphql(`
  fragment SelectionCoverage on Campaign {
    id
    board {
      pendingCount
      retainedCount
      reviewsAssigned
      reviewsSubmitted
      standings {
        standing
        count
      }
      warnings {
        code
        message
      }
      academies {
        candidates
        retained
        academy {
          code
          label
        }
      }
      disciplines {
        candidates
        retained
        discipline {
          code
          label
        }
      }
      degrees {
        degree
        candidates
        retained
      }
      themes {
        candidates
        retained
        theme {
          id
          title
        }
      }
    }
  }
`);

type Board = NonNullable<SelectionCoverageFragment["board"]>;

interface Line {
  key: string;
  name: string;
  candidates: number;
  retained: number;
}

/** Quotas and coverage, live: prepared decisions count as if they were published (R21). */
export function Coverage({ board, target }: { board: Board; target: number }) {
  const { academies, disciplines, degrees, themes, warnings } = board;
  return (
    <>
      <Figures
        figures={[
          {
            value: `${figure(board.retainedCount)} / ${figure(target)}`,
            label: t`équipes retenues ou en passe de l’être`,
          },
          { value: figure(board.pendingCount), label: t`décisions préparées` },
          { value: `${figure(board.reviewsSubmitted)} / ${figure(board.reviewsAssigned)}`, label: t`avis rendus` },
        ]}
      />
      {warnings.length > 0 && (
        <Alert
          className="fr-my-2w"
          severity="warning"
          small
          description={
            <ul lang={inFrench}>
              {warnings.map(({ code, message }) => (
                <li key={`${code} ${message}`} lang={inFrench}>
                  {message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <Section title={t`Couverture`}>
        <Lines
          title={t`Par thème`}
          lines={themes.map(({ theme, ...counts }) => ({ ...counts, key: theme?.id ?? "", name: theme?.title ?? "–" }))}
        />
        <Lines
          title={t`Par discipline`}
          lines={disciplines.map(({ discipline, ...counts }) => ({
            ...counts,
            key: discipline?.code ?? "",
            name: discipline?.label ?? "–",
          }))}
        />
        <Lines
          title={t`Par degré`}
          lines={degrees.map(({ degree, ...counts }) => ({ ...counts, key: degree, name: labelOf("Degree", degree) }))}
        />
        <Lines
          title={t`Par académie`}
          lines={academies.map(({ academy, ...counts }) => ({
            ...counts,
            key: academy?.code ?? "",
            name: academy ? capital(academy.label) : "–",
          }))}
        />
      </Section>
    </>
  );
}

const Lines = ({ title, lines }: { title: string; lines: Line[] }) => (
  <details className="fr-mb-1w">
    <summary>
      {title} ({figure(lines.filter(({ retained }) => retained > 0).length)} / {figure(lines.length)})
    </summary>
    <TableFrame caption={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="fr-cell--right">{t`Candidatures`}</th>
          <th scope="col" className="fr-cell--right">{t`Retenues`}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, candidates, retained }) => (
          <tr key={key}>
            <th scope="row" lang={inFrench}>
              {name}
            </th>
            <td className="fr-cell--right">{figure(candidates)}</td>
            <td className="fr-cell--right">{figure(retained)}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </details>
);
