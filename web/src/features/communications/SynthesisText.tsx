import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import type { SynthesisDeskFragment, SynthesisSectionCode } from "../../gen/graphql.ts";
import { RefusalsContext } from "../../ui/command.ts";
import { DraftState } from "../../ui/DraftState.tsx";
import type { Stored } from "../../ui/draft.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { useSend } from "../../ui/send.ts";
import { useDraft } from "../../ui/useDraft.ts";
import { EDIT_SYNTHESIS, SYNTHESIS_AGAIN } from "./synthesis.ts";

type Texts = Record<SynthesisSectionCode, string>;

const storedOf = ({ sections, version }: SynthesisDeskFragment): Stored<Texts> => ({
  version,
  fields: Object.fromEntries(sections.map(({ code, text }) => [code, text])) as Texts,
});

/** Without them the final synthesis is not signed (R04). */
const NEEDED = new Set<SynthesisSectionCode>(["GENERALISATION", "PERSPECTIVES"]);

/** The whole outline, saved as it is written; what nobody wrote follows the year's facts. */
export function SynthesisText({ synthesis }: { synthesis: SynthesisDeskFragment }) {
  const client = useApolloClient();
  const send = useSend(EDIT_SYNTHESIS, (data) => data.editSynthesis);
  const draft = useDraft<Texts>({
    key: `synthesis:${synthesis.id}`,
    stored: storedOf(synthesis),
    send: (patch, expectedVersion) => {
      const sections = Object.entries(patch).map(([code, text]) => ({ code: code as SynthesisSectionCode, text }));
      return send({ input: { synthesisId: synthesis.id, sections, expectedVersion } });
    },
    reread: async () => {
      const variables = { id: synthesis.id };
      const { data } = await client.query({ query: SYNTHESIS_AGAIN, variables, fetchPolicy: "network-only" });
      return data?.synthesis ? storedOf(data.synthesis) : null;
    },
  });
  const titles = Object.fromEntries(synthesis.sections.map(({ code, title }) => [code, title])) as Texts;
  return (
    <RefusalsContext.Provider value={draft.refusals}>
      <div className="writing-fields">
        <DraftState draft={draft} show={(name, text) => ({ label: titles[name], text })} />
        {synthesis.sections.map(({ code, title, prefilled }) => (
          <TextAreaField
            key={code}
            name={code}
            label={title}
            hint={prefilled ? t`Tiré des faits de l’année, et tenu à jour tant que vous ne l’écrivez pas.` : undefined}
            rows={Math.min(14, Math.max(4, draft.fields[code].split("\n").length + 1))}
            optional={!NEEDED.has(code)}
            value={draft.fields[code]}
            onChange={(text) => draft.change({ [code]: text })}
          />
        ))}
      </div>
    </RefusalsContext.Provider>
  );
}
