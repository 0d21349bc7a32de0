import { Button } from "@codegouvfr/react-dsfr/Button";
import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import { Form } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { Comparison } from "../../../features/scenarios/Comparison.tsx";
import { type Comparable, chosen, comparables } from "../../../features/scenarios/keptTexts.ts";
import { RestoreText } from "../../../features/scenarios/RestoreText.tsx";
import { scenarioRights } from "../../../features/scenarios/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { KeptTextsFragment } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { labelOf } from "../../../ui/labels.ts";
import { listed } from "../../../ui/plural.ts";
import { Section } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ScenarioVersions($id: ID!) {
      scenario(id: $id) {
        ...KeptTexts
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "scenario",
  head: ({ scenario }) => ({ title: t`Versions : ${scenario?.title ?? ""}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Versions() {
  const { data, place } = page.useData();
  const { scenario, viewer } = data;
  if (!scenario) return null;
  const rights = scenarioRights(viewer, scenario);
  const writes = scenario.state === "PUBLISHED" ? rights.author : rights.write && scenario.state !== "WITHDRAWN";
  const all = comparables(scenario);
  const pair = chosen(all, place.search);
  return (
    <Screen
      title={t`Versions du texte`}
      path={[
        [t`Scénarios`, "/espace/scenarios"],
        [scenario.title, `/espace/scenarios/${scenario.id}`],
      ]}
      lead={<p>{t`Un texte est gardé chaque fois qu’il est proposé, publié, corrigé ou remplacé.`}</p>}
    >
      {pair ? (
        <>
          <Section title={t`Comparer`}>
            <Choose all={all} {...pair} />
            <Comparison {...pair} />
          </Section>
          <Section title={t`Textes gardés`}>
            <Kept scenario={scenario} mayRestore={writes} />
          </Section>
        </>
      ) : (
        <Empty>{t`Aucun texte gardé pour l’instant : le premier le sera quand ce scénario sera proposé à la relecture.`}</Empty>
      )}
    </Screen>
  );
}

interface ChooseProps {
  all: Comparable[];
  before: Comparable;
  after: Comparable;
}

/** A GET form: the comparison has an address, and works without JavaScript. */
const Choose = ({ all, before, after }: ChooseProps) => (
  <Form className="filter-form" key={`${before.value} ${after.value}`} preventScrollReset>
    <Choice name="de" label={t`De`} all={all} value={before.value} />
    <Choice name="a" label={t`À`} all={all} value={after.value} />
    <Button type="submit">{t`Comparer`}</Button>
  </Form>
);

const Choice = ({ name, label, all, value }: { name: string; label: string; all: Comparable[]; value: string }) => (
  <Select label={label} nativeSelectProps={{ id: name, name, defaultValue: value }}>
    {all.map((one) => (
      <option key={one.value} value={one.value}>
        {one.label}
      </option>
    ))}
  </Select>
);

const Kept = ({ scenario, mayRestore }: { scenario: KeptTextsFragment; mayRestore: boolean }) => (
  <ul className="items">
    {scenario.keptTexts.toReversed().map(({ id, occasion, versionNumber, at, by, writers, text }) => (
      <li key={id} className="item">
        <p className="item__title">{t`Version ${versionNumber}`}</p>
        <p className="item__facts">
          <span>{labelOf("KeptOccasion", occasion)}</span>
          <span>
            <Time at={at} as="instant" />
          </span>
          {by && <span>{by.displayName}</span>}
          {writers.length > 0 && <span>{writtenBy(writers)}</span>}
        </p>
        <p className="item__summary">{text.title}</p>
        {mayRestore && <RestoreText scenario={scenario} keptTextId={id} />}
      </li>
    ))}
  </ul>
);

function writtenBy(writers: KeptTextsFragment["keptTexts"][number]["writers"]): string {
  const names = listed(writers.map((writer) => writer?.displayName ?? t`une personne non nommée`));
  return t`Écrit par ${names}`;
}
