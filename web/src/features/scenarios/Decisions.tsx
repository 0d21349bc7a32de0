import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ReviewOutcome, WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import type { ScenarioRights } from "./rights.ts";

const PROPOSE_SCENARIO = graphql(`
  mutation ProposeScenario($input: ProposeScenarioInput!) {
    proposeScenario(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REVIEW_SCENARIO = graphql(`
  mutation ReviewScenario($input: ReviewScenarioInput!) {
    reviewScenario(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const PUBLISH_SCENARIO = graphql(`
  mutation PublishScenario($input: PublishScenarioInput!) {
    publishScenario(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const WITHDRAW_SCENARIO = graphql(`
  mutation WithdrawScenario($input: WithdrawScenarioInput!) {
    withdrawScenario(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface DecisionsProps {
  scenario: WorkshopFragment;
  rights: ScenarioRights;
}

/** The next step of the scenario, offered to whom it belongs; the others read who acts next. */
export function Decisions({ scenario, rights }: DecisionsProps) {
  const { state } = scenario;
  return (
    <>
      <p>{nextStep(scenario, rights)}</p>
      {state === "DRAFT" && rights.propose && <Propose scenario={scenario} />}
      {(state === "IN_REVIEW" || state === "REVIEWED") && rights.review && (
        <Reveal label={state === "IN_REVIEW" ? t`Relire ce scénario` : t`Revenir sur la relecture`} priority="primary">
          {(close) => <Review scenario={scenario} onDone={close} />}
        </Reveal>
      )}
      {state === "REVIEWED" && rights.publish && <Publish scenario={scenario} />}
      {state === "PUBLISHED" && rights.publish && (
        <Reveal label={t`Retirer ce scénario`} priority="tertiary">
          {(close) => <Withdraw scenario={scenario} onDone={close} />}
        </Reveal>
      )}
    </>
  );
}

/** Who acts next, in a sentence. */
function nextStep({ state, publicationGaps }: WorkshopFragment, rights: ScenarioRights): string {
  switch (state) {
    case "DRAFT":
      return rights.propose
        ? t`Quand le texte est prêt, proposez-le à la relecture : il y faut un résumé, un déroulé et une discipline.`
        : t`Quand le texte est prêt, le ou la référent·e le propose à la relecture.`;
    case "IN_REVIEW":
      return rights.author
        ? t`Le scénario attend la relecture de l’inspection pilote ou de l’IAN de la discipline. Un auteur ne se relit pas lui-même.`
        : t`Le scénario attend sa relecture, par l’inspection pilote ou l’IAN de la discipline.`;
    case "REVIEWED":
      return publicationGaps.length === 0
        ? t`Relu et validé : l’IAN de la discipline ou le ou la référent·e peut le publier.`
        : t`Relu et validé. Avant la publication, ${plural(publicationGaps.length, { one: "# point reste", other: "# points restent" })} à régler.`;
    case "PUBLISHED":
      return t`Le scénario est public. Une correction en publie aussitôt une nouvelle version.`;
    case "WITHDRAWN":
      return t`Le scénario est retiré partout où il avait été diffusé : il ne se modifie plus.`;
  }
}

function Propose({ scenario }: { scenario: WorkshopFragment }) {
  const command = useRefusals(PROPOSE_SCENARIO, (data) => data.proposeScenario);
  return (
    <CommandForm
      command={command}
      submit={t`Proposer à la relecture`}
      variables={() => ({ input: { scenarioId: scenario.id } })}
    />
  );
}

interface EndingProps {
  scenario: WorkshopFragment;
  onDone: () => void;
}

function Review({ scenario, onDone }: EndingProps) {
  const command = useRefusals(REVIEW_SCENARIO, (data) => data.reviewScenario, onDone);
  const elsewhere = scenario.openAddress?.result === "OPEN_ELSEWHERE";
  return (
    <CommandForm
      command={command}
      scope="review"
      submit={t`Rendre la relecture`}
      variables={(form) => ({
        input: {
          scenarioId: scenario.id,
          outcome: (text(form, "outcome") || "RETURNED") as ReviewOutcome,
          comment: optionalText(form, "comment"),
          acceptAddressReason: elsewhere ? optionalText(form, "acceptAddressReason") : null,
          // The reviewer passes what was read, not what somebody changed meanwhile.
          expectedVersion: scenario.version,
        },
      })}
    >
      <RadioField
        name="outcome"
        label={t`Votre avis`}
        options={[
          { value: "PASSED", label: t`Valider le scénario` },
          { value: "RETURNED", label: t`Le renvoyer à ses auteurs`, hint: t`Dites ce qui est à reprendre.` },
        ]}
      />
      <TextAreaField name="comment" label={t`Commentaire`} hint={t`Il est lu par les auteurs.`} optional />
      {elsewhere && (
        <TextAreaField
          name="acceptAddressReason"
          label={t`Raison d’accepter une adresse hors des sites de l’académie`}
          hint={t`${scenario.openAddress?.url ?? ""} s’ouvre à tous, mais n’est pas sur un site de l’académie.`}
          rows={2}
          optional
        />
      )}
    </CommandForm>
  );
}

function Publish({ scenario }: { scenario: WorkshopFragment }) {
  const command = useRefusals(PUBLISH_SCENARIO, (data) => data.publishScenario);
  return (
    <CommandForm
      command={command}
      submit={t`Publier le scénario`}
      variables={() => ({ input: { scenarioId: scenario.id, expectedVersion: scenario.version } })}
    >
      <p className="fr-hint-text">
        <Trans>
          La publication est reprise par les lettres et les flux. Ce qui manque encore est rappelé si elle est refusée.
        </Trans>
      </p>
    </CommandForm>
  );
}

function Withdraw({ scenario, onDone }: EndingProps) {
  const command = useRefusals(WITHDRAW_SCENARIO, (data) => data.withdrawScenario, onDone);
  return (
    <CommandForm
      command={command}
      scope="withdrawal"
      submit={t`Retirer définitivement`}
      variables={(form) => ({ input: { scenarioId: scenario.id, reason: text(form, "reason") } })}
    >
      <TextAreaField
        name="reason"
        label={t`Raison du retrait`}
        hint={t`Elle est publique : l’adresse du scénario reste, et dit pourquoi il est retiré. Un retrait est définitif.`}
        rows={3}
      />
    </CommandForm>
  );
}
