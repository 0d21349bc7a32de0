import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRefusals } from "../../ui/command.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { PUBLISH_DECISIONS } from "./selection.ts";

interface PublishProps {
  campaignId: string;
  pendingCount: number;
  onDone: () => void;
}

/** Together or not at all: letters leave and teams are born (R20). */
export function Publish({ campaignId, pendingCount, onDone }: PublishProps) {
  const command = useRefusals(PUBLISH_DECISIONS, (data) => data.publishDecisions, onDone);
  if (pendingCount === 0) return <p>{t`Aucune décision n’attend sa publication.`}</p>;
  return (
    <RevealedCommand
      label={plural(pendingCount, { one: "Publier # décision préparée", other: "Publier # décisions préparées" })}
      priority="primary"
      command={command}
      variables={() => ({ input: { campaignId } })}
      submit={t`Publier`}
      scope="publication"
    >
      <p>
        <Trans>
          Les lettres partent à chaque académie et les équipes retenues naissent. Relisez les lettres d’abord, sur la
          page de chaque candidature.
        </Trans>
      </p>
    </RevealedCommand>
  );
}
