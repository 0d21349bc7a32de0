import { useApolloClient } from "@apollo/client/react";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { Progressivity, WorkshopFragment } from "../../gen/graphql.ts";
import { RefusalsContext } from "../../ui/command.ts";
import { DraftState } from "../../ui/DraftState.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { options } from "../../ui/labels.ts";
import { anchorOf } from "../../ui/Section.tsx";
import { useSend } from "../../ui/send.ts";
import { TermPicker } from "../../ui/TermPicker.tsx";
import { type Draft, useDraft } from "../../ui/useDraft.ts";
import { Authors } from "./Authors.tsx";
import { WritingField } from "./live/LiveEditor.tsx";
import { LiveState, LostWords } from "./live/LiveState.tsx";
import { LiveContext, useLive } from "./live/useLive.ts";
import { sections } from "./progress.ts";
import { shownAs, type Vocabularies } from "./vocabularies.ts";
import { type ScenarioFields, storedOf } from "./workshop.ts";

const REVISE_SCENARIO = graphql(`
  mutation ReviseScenario($input: ReviseScenarioInput!) {
    reviseScenario(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const WORKSHOP_AGAIN = graphql(`
  query WorkshopAgain($id: ID!) {
    scenario(id: $id) {
      ...Workshop
    }
  }
`);

interface TextFormProps {
  scenario: WorkshopFragment;
  vocabularies: Vocabularies;
}

/** A draft saves itself; what was already read or published is taken up again on purpose only. */
export function TextForm({ scenario, vocabularies }: TextFormProps) {
  const [begun, setBegun] = useState(scenario.state === "DRAFT");
  const published = scenario.state === "PUBLISHED";
  const again = useReread(scenario.id);
  const draft = useRevision(scenario, { manual: published, reread: again });
  const { live, lost } = useLive({
    scenarioId: scenario.id,
    wanted: scenario.state === "DRAFT",
    ready: !draft.dirty,
    onStored: () => void again(),
    // Proposed meanwhile: what others read is taken up again on purpose only.
    onClosed: () => {
      setBegun(false);
      void again();
    },
  });
  if (!begun && scenario.state !== "DRAFT") {
    return (
      <>
        {lost && <LostWords words={lost} stored={draft.fields} />}
        <p>
          {published
            ? t`Ce scénario est public : une correction en publie aussitôt une nouvelle version.`
            : t`Ce scénario est proposé à la relecture : le modifier en refait un brouillon, à proposer de nouveau.`}
        </p>
        <Button type="button" priority="secondary" onClick={() => setBegun(true)}>
          {published ? t`Corriger le scénario publié` : t`Reprendre la rédaction`}
        </Button>
      </>
    );
  }
  return (
    <RefusalsContext.Provider value={draft.refusals}>
      <div className="save-bar">
        {live && <LiveState live={live} />}
        <DraftState draft={draft} show={(name, value) => shownAs(name, value, vocabularies)} />
      </div>
      {lost && <LostWords words={lost} stored={draft.fields} />}
      <LiveContext.Provider value={live}>
        <Presentation draft={draft} vocabularies={vocabularies} />
        <Authors scenario={scenario} draft={draft} />
        <Teaching draft={draft} />
      </LiveContext.Provider>
      {published && <Correction draft={draft} onEnd={() => setBegun(false)} />}
    </RefusalsContext.Provider>
  );
}

/** Reads the scenario again, as the others may have left it. */
function useReread(id: string) {
  const client = useApolloClient();
  return async () => {
    const { data } = await client.query({ query: WORKSHOP_AGAIN, variables: { id }, fetchPolicy: "network-only" });
    return data?.scenario ? storedOf(data.scenario) : null;
  };
}

interface Saving {
  manual: boolean;
  reread: ReturnType<typeof useReread>;
}

function useRevision(scenario: WorkshopFragment, { manual, reread }: Saving) {
  const send = useSend(REVISE_SCENARIO, (data) => data.reviseScenario);
  return useDraft<ScenarioFields>({
    key: `scenario:${scenario.id}`,
    stored: storedOf(scenario),
    manual,
    send: (patch, expectedVersion) => send({ input: { scenarioId: scenario.id, ...patch, expectedVersion } }),
    reread,
  });
}

const Correction = ({ draft, onEnd }: { draft: Draft<ScenarioFields>; onEnd: () => void }) => (
  <div className="command-form__actions">
    <Button type="button" onClick={() => void draft.saveNow()} disabled={!draft.dirty}>
      {t`Publier la correction`}
    </Button>
    <Button
      type="button"
      priority="secondary"
      onClick={() => {
        draft.discard();
        onEnd();
      }}
    >
      {t`Renoncer à la correction`}
    </Button>
  </div>
);

interface PartProps {
  draft: Draft<ScenarioFields>;
}

function Presentation({ draft, vocabularies }: PartProps & { vocabularies: Vocabularies }) {
  const { fields, change } = draft;
  return (
    <div className="writing-fields">
      <TextField name="title" label={t`Titre`} value={fields.title} onChange={(title) => change({ title })} />
      <WritingField
        name="summary"
        label={t`Résumé`}
        hint={t`Deux ou trois phrases : ce que font les élèves, ce que le numérique y apporte.`}
        rows={4}
        value={fields.summary}
        onChange={(summary) => change({ summary })}
      />
      <TermPicker
        name="disciplineCodes"
        label={t`Disciplines`}
        hint={t`Tapez quelques lettres, ou la flèche vers le bas pour voir la liste.`}
        options={vocabularies.disciplines}
        values={fields.disciplineCodes}
        onChange={(disciplineCodes) => change({ disciplineCodes })}
      />
      <TermPicker
        name="levels"
        label={t`Niveaux`}
        hint={t`« 5e », « seconde », « lycée professionnel »…`}
        options={vocabularies.levels}
        values={fields.levels}
        onChange={(levels) => change({ levels })}
      />
      <TermPicker
        name="competences"
        label={t`Compétences numériques, facultatif`}
        hint={t`Cadre de référence CRCN : « 1.1 », « interagir »…`}
        options={vocabularies.competences}
        values={fields.competences}
        onChange={(competences) => change({ competences })}
      />
      <SelectField
        name="progressivity"
        label={t`Progressivité`}
        hint={t`D’un usage simple à une démarche élaborée.`}
        options={options("Progressivity")}
        value={fields.progressivity ?? ""}
        onChange={(value) => change({ progressivity: (value || null) as Progressivity | null })}
      />
      <div className="fr-grid-row fr-grid-row--gutters fr-mb-2w">
        <div className="fr-col-12 fr-col-md-6">
          <TextField
            name="durationMinutes"
            label={t`Durée, en minutes`}
            optional
            type="number"
            value={fields.durationMinutes === null ? "" : String(fields.durationMinutes)}
            onChange={(value) => change({ durationMinutes: value === "" ? null : Math.trunc(Number(value)) })}
          />
        </div>
        <div className="fr-col-12 fr-col-md-6">
          <SelectField
            name="licence"
            label={t`Licence`}
            options={licencesWith(fields.licence)}
            value={fields.licence ?? ""}
            onChange={(licence) => change({ licence: licence || null })}
          />
        </div>
      </div>
    </div>
  );
}

const licences = ["CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC-SA 4.0", "CC0 1.0", "Licence Ouverte 2.0"];

/** A licence that this list does not have stays a choice. */
const licencesWith = (current: string | null) =>
  [...new Set([...licences, ...(current ? [current] : [])])].map((value) => ({ value, label: value }));

const texts = [
  ["objectives", t`Objectifs`, t`Ce que les élèves apprennent.`, 4],
  ["setting", t`Lieux et modalités`, t`Salle de classe, CDI, à distance ; groupes, ateliers…`, 3],
  ["tools", t`Matériel et outils`, t`Tablettes, tableur partagé, capteurs…`, 3],
  ["course", t`Déroulé des séances`, t`Séance par séance : consignes, durées, ce que font les élèves.`, 12],
  ["assessment", t`Évaluation`, t`Comment les apprentissages sont évalués.`, 4],
  ["generalisation", t`Pour généraliser`, t`À quelles conditions d’autres équipes peuvent reprendre ce scénario.`, 4],
] as const;

const Teaching = ({ draft: { fields, change } }: PartProps) => (
  <fieldset className="fr-fieldset writing-fields" id={anchorOf(sections.teaching)}>
    <legend className="fr-fieldset__legend">{t`Déroulé pédagogique`}</legend>
    {texts.map(([name, label, hint, rows]) => (
      <WritingField
        key={name}
        name={name}
        label={label}
        hint={hint}
        rows={rows}
        optional={name !== "course"}
        value={fields[name]}
        onChange={(text) => change({ [name]: text })}
      />
    ))}
  </fieldset>
);
