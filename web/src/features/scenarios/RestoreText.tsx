import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { KeptTextsFragment } from "../../gen/graphql.ts";
import { useRefusals } from "../../ui/command.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";

const RESTORE_TEXT = graphql(`
  mutation RestoreScenarioText($input: RestoreScenarioTextInput!) {
    restoreScenarioText(input: $input) {
      scenario {
        ...KeptTexts
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface RestoreTextProps {
  scenario: KeptTextsFragment;
  keptTextId: string;
}

/** A text comes back as a new writing of the draft, or as a correction of what is public. */
export function RestoreText({ scenario, keptTextId }: RestoreTextProps) {
  const command = useRefusals(RESTORE_TEXT, (data) => data.restoreScenarioText);
  const { id: scenarioId, version: expectedVersion } = scenario;
  return (
    <RevealedCommand
      label={t`Rétablir ce texte`}
      priority="tertiary"
      command={command}
      variables={() => ({ input: { scenarioId, keptTextId, expectedVersion } })}
      submit={t`Rétablir`}
      scope={keptTextId}
    >
      <p>{consequence(scenario.state)}</p>
    </RevealedCommand>
  );
}

function consequence(state: KeptTextsFragment["state"]): string {
  if (state === "PUBLISHED") return t`Ce scénario est public : le texte rétabli en est aussitôt une nouvelle version.`;
  if (state === "DRAFT") return t`Le texte actuel du brouillon sera gardé, vous pourrez y revenir.`;
  return t`Ce scénario est proposé à la relecture : le texte rétabli en refait un brouillon, à proposer de nouveau.`;
}
