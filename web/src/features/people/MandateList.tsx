import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { HeldMandateFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { longDate } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";

export const HELD_MANDATE = graphql(`
  fragment HeldMandate on Mandate {
    id
    role
    state
    startsOn
    endsOn
    endReason
    designation
    answerBy
    academy {
      code
      name
    }
    theme {
      id
      title
    }
    givenBy {
      id
      displayName
    }
    successor {
      id
      person {
        id
        displayName
      }
    }
    predecessor {
      id
      person {
        id
        displayName
      }
    }
  }
`);

/** A person's mandates through time: what was held, how it was given, why it ended and who took over. */
export const MandateList = ({ mandates, caption }: { mandates: readonly HeldMandateFragment[]; caption: string }) => (
  <TableFrame caption={caption}>
    <thead>
      <tr>
        <th scope="col">{t`Mandat`}</th>
        <th scope="col">{t`État`}</th>
        <th scope="col">{t`Du`}</th>
        <th scope="col">{t`Au`}</th>
        <th scope="col">{t`Précisions`}</th>
      </tr>
    </thead>
    <tbody>
      {mandates.map((mandate) => (
        <tr key={mandate.id}>
          <th scope="row">
            {labelOf("Role", mandate.role)}
            <Place mandate={mandate} />
          </th>
          <td>{labelOf("MandateState", mandate.state)}</td>
          <td>{longDate(mandate.startsOn)}</td>
          <td>{mandate.endsOn ? longDate(mandate.endsOn) : t`Sans terme`}</td>
          <td>
            <Details mandate={mandate} />
          </td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

const Place = ({ mandate: { theme, academy } }: { mandate: HeldMandateFragment }) => (
  <span className="fr-hint-text">
    {academy && <span>{academy.name}</span>}
    {academy && theme && " – "}
    {theme && (
      <Link to={`/espace/themes/${theme.id}`} lang={inFrench}>
        {theme.title}
      </Link>
    )}
  </span>
);

function Details({ mandate }: { mandate: HeldMandateFragment }) {
  const { designation, givenBy, endReason, predecessor, successor } = mandate;
  const said = [
    givenBy && t`Donné par ${givenBy.displayName}.`,
    predecessor && t`À la suite de ${predecessor.person.displayName}.`,
    successor && t`${successor.person.displayName} a pris la suite.`,
  ].filter(Boolean);
  const written = [designation, endReason].filter(Boolean);
  if (said.length + written.length === 0) return "–";
  return (
    <>
      {said.join(" ")} <span lang={inFrench}>{written.join(". ")}</span>
    </>
  );
}
