import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { OPERATIONS } from "../../../features/operations/Sections.tsx";
import { State } from "../../../features/operations/State.tsx";
import { SERVICES, type ServiceName, serviceLabels } from "../../../features/operations/services.ts";
import { graphql } from "../../../gen/gql.ts";
import type { OperationsStateFragment } from "../../../gen/graphql.ts";
import { Section } from "../../../ui/Section.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query OperationsOverview {
      projectsOperations {
        ...OperationsState
      }
      peopleOperations {
        ...OperationsState
      }
      scenariosOperations {
        ...OperationsState
      }
      meetingsOperations {
        ...OperationsState
      }
      communicationsOperations {
        ...OperationsState
      }
    }
  `),
  head: () => ({ title: t`Exploitation`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function OperationsOverview() {
  const { data } = page.useData();
  return (
    <Screen
      title={t`Exploitation`}
      lead={<p>{t`Ce qui attend, ce qui est retenu et ce qui est en retard, service par service.`}</p>}
    >
      {SERVICES.map((service) => (
        <Section key={service} title={serviceLabels[service]}>
          <Summary service={service} state={data[`${service}Operations`]} />
        </Section>
      ))}
    </Screen>
  );
}

function Summary({ service, state }: { service: ServiceName; state: OperationsStateFragment | null | undefined }) {
  if (!state) return <Unavailable />;
  const { parkedMessages } = state;
  return (
    <>
      <State state={state} />
      <p>
        <Link className="fr-link" to={`${OPERATIONS}/${service}`}>
          {parkedMessages > 0
            ? plural(parkedMessages, { one: "Voir le message retenu", other: "Voir les # messages retenus" })
            : t`Voir ce service`}
          <span className="fr-sr-only"> : {serviceLabels[service]}</span>
        </Link>
      </p>
    </>
  );
}
