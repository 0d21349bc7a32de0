import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Fragment } from "react";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { ScenarioFeedbackQuery } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { longDate } from "../../../ui/dates.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { SelectField, TextAreaField } from "../../../ui/fields.tsx";
import { optionalText, text } from "../../../ui/formData.ts";
import { Prose } from "../../../ui/Prose.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useOnce } from "../../../ui/send.ts";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";

export const FEEDBACK_LIST = graphql(`
  fragment FeedbackList on Scenario {
    id
    slug
    title
    state
    theme {
      id
      title
    }
    implementations {
      id
      classLevel
      establishment
      startedOn
    }
    feedback {
      id
      text
      at
      implementationId
      author {
        id
        displayName
      }
    }
  }
`);

const page = definePage({
  query: graphql(`
    query ScenarioFeedback($id: ID!) {
      scenario(id: $id) {
        ...FeedbackList
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "scenario",
  head: ({ scenario }) => ({ title: t`Retour d’expérience : ${scenario?.title ?? ""}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

const GIVE_FEEDBACK = graphql(`
  mutation GiveFeedback($input: GiveFeedbackInput!) {
    giveFeedback(input: $input) {
      scenario {
        ...FeedbackList
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Scenario = NonNullable<ScenarioFeedbackQuery["scenario"]>;

export default function Feedback() {
  const { data } = page.useData();
  const { scenario, viewer } = data;
  if (!scenario) return null;
  const may = scenario.state === "PUBLISHED" && can(viewer, "reuseScenario", { themeId: scenario.theme?.id });
  return (
    <Screen
      title={t`Retour d’expérience`}
      path={[
        [t`Scénarios`, "/espace/scenarios"],
        [scenario.title, `/espace/scenarios/${scenario.id}`],
      ]}
      lead={
        <p>
          <Trans>
            Vous avez repris « <Link to={`/scenarios/${scenario.slug}`}>{scenario.title}</Link> » : dites à ses auteurs
            et aux autres académies ce qu’il en est advenu.
          </Trans>
        </p>
      }
    >
      {may ? (
        <FeedbackForm scenario={scenario} />
      ) : (
        <p>
          {scenario.state === "PUBLISHED"
            ? t`Le retour d’expérience est ouvert aux membres du groupe national du thème.`
            : t`Un retour d’expérience porte sur un scénario publié.`}
        </p>
      )}
      <Section title={t`Retours déjà donnés`}>
        {scenario.feedback.length === 0 ? (
          <Empty>{t`Aucun retour pour l’instant.`}</Empty>
        ) : (
          <Given scenario={scenario} />
        )}
      </Section>
    </Screen>
  );
}

const placeOf = ({ classLevel, establishment, startedOn }: Scenario["implementations"][number]) =>
  `${classLevel}, ${establishment}, ${longDate(startedOn)}`;

const Given = ({ scenario }: { scenario: Scenario }) => (
  <ul className="items">
    {scenario.feedback.map(({ id, text: words, at, author, implementationId }) => {
      const about = scenario.implementations.find((one) => one.id === implementationId);
      return (
        <li key={id} className="item">
          <p className="item__facts">
            <span>{author?.displayName ?? t`Personne effacée`}</span>
            <span>
              <Time at={at} />
            </span>
            {about && <span>{placeOf(about)}</span>}
          </p>
          <Prose text={words} />
        </li>
      );
    })}
  </ul>
);

function FeedbackForm({ scenario }: { scenario: Scenario }) {
  const command = useRefusals(GIVE_FEEDBACK, (data) => data.giveFeedback);
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      submit={t`Donner ce retour`}
      done={t`Votre retour est publié sous le scénario.`}
      variables={(form) => ({
        input: once({
          scenarioId: scenario.id,
          implementationId: optionalText(form, "implementationId"),
          text: text(form, "text"),
        }),
      })}
    >
      <Fragment key={scenario.feedback.length}>
        <SelectField
          name="implementationId"
          label={t`Mise en œuvre`}
          placeholder={t`Le scénario en général`}
          optional
          options={scenario.implementations.map((one) => ({ value: one.id, label: placeOf(one) }))}
        />
        <TextAreaField
          name="text"
          label={t`Votre retour`}
          hint={t`Public, sous votre nom. Jamais de nom d’élève.`}
          rows={8}
        />
      </Fragment>
    </CommandForm>
  );
}
