import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { can } from "../../../features/people/rights.ts";
import { Nature } from "../../../features/projects/PayLinesTable.tsx";
import { SET_ENVELOPE } from "../../../features/projects/pay.ts";
import { graphql } from "../../../gen/gql.ts";
import type { EnvelopesScreenQuery, PayMeasure, PayNature } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { SelectField, TextField } from "../../../ui/fields.tsx";
import { numberOf, text } from "../../../ui/formData.ts";
import { options } from "../../../ui/labels.ts";
import { capital, figure } from "../../../ui/plural.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query EnvelopesScreen {
      viewer {
        ...ViewerRights
      }
      envelopes {
        id
        schoolYear
        nature
        measure
        granted
        committed
        planned
        left
        academy {
          code
          label
        }
      }
      campaigns(first: 20) {
        nodes {
          id
          schoolYears {
            label
          }
        }
      }
      academies {
        code
        name
      }
    }
  `),
  fresh: true,
  head: () => ({ title: t`Enveloppes de moyens`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Envelopes() {
  const { data, failed } = page.useData();
  const refresh = useRefresh();
  return (
    <Screen
      title={t`Enveloppes de moyens`}
      path={[[t`Versements`, "/espace/versements"]]}
      lead={<Trans>Ce que chaque académie a pour payer ses équipes, ce qui est engagé et ce qui reste.</Trans>}
    >
      {can(data.viewer ?? null, "orderPayment") && <Grant data={data} onDone={refresh} />}
      <Part
        value={data.envelopes}
        failed={failed("envelopes")}
        empty={<Empty>{t`Aucune enveloppe n’est encore fixée pour vos académies.`}</Empty>}
      >
        {(envelopes) => <Table envelopes={envelopes} />}
      </Part>
    </Screen>
  );
}

type Envelope = NonNullable<EnvelopesScreenQuery["envelopes"]>[number];

const Table = ({ envelopes }: { envelopes: readonly Envelope[] }) => (
  <TableFrame caption={t`Enveloppes de moyens`}>
    <thead>
      <tr>
        <th scope="col">{t`Académie`}</th>
        <th scope="col">{t`Année`}</th>
        <th scope="col">{t`Nature`}</th>
        <th scope="col" className="fr-cell--right">{t`Accordé`}</th>
        <th scope="col" className="fr-cell--right">{t`Engagé`}</th>
        <th scope="col" className="fr-cell--right">{t`Prévu`}</th>
        <th scope="col" className="fr-cell--right">{t`Reste`}</th>
      </tr>
    </thead>
    <tbody>
      {envelopes.map((envelope) => (
        <tr key={envelope.id}>
          <th scope="row" lang={inFrench}>
            {envelope.academy ? capital(envelope.academy.label) : "–"}
          </th>
          <td>{envelope.schoolYear}</td>
          <td>
            <Nature nature={envelope.nature} />
          </td>
          <Amount measure={envelope.measure} value={envelope.granted} />
          <Amount measure={envelope.measure} value={envelope.committed} />
          <Amount measure={envelope.measure} value={envelope.planned} />
          <Amount measure={envelope.measure} value={envelope.left} exceeded={envelope.left < 0} />
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

const Amount = ({ measure, value, exceeded }: { measure: PayMeasure; value: number; exceeded?: boolean }) => (
  <td className="fr-cell--right">
    {figure(value)}
    {measure === "EUROS" && " €"}
    {exceeded && <span className="fr-hint-text">{t`Enveloppe dépassée`}</span>}
  </td>
);

/** By the programme office; a new value takes the place of the old one. */
function Grant({ data, onDone }: { data: EnvelopesScreenQuery; onDone: () => void }) {
  const command = useRefusals(SET_ENVELOPE, (answer) => answer.setEnvelope, onDone);
  const years = [...new Set((data.campaigns?.nodes ?? []).flatMap(({ schoolYears }) => schoolYears))];
  const labels = [...new Set(years.map(({ label }) => label))].sort().reverse();
  const variables = (form: FormData) => ({
    input: {
      academyCode: text(form, "academyCode"),
      schoolYear: text(form, "schoolYear"),
      nature: text(form, "nature") as PayNature,
      measure: text(form, "measure") as PayMeasure,
      quantity: numberOf(form, "quantity") ?? -1,
    },
  });
  return (
    <Reveal label={t`Fixer une enveloppe`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit={t`Enregistrer l’enveloppe`}
          scope="enveloppe"
          done={t`L’enveloppe est enregistrée.`}
          actions={
            <Button type="button" priority="tertiary" onClick={close}>
              {t`Fermer`}
            </Button>
          }
        >
          <SelectField
            name="academyCode"
            label={t`Académie`}
            options={(data.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="schoolYear"
            label={t`Année scolaire`}
            options={labels.map((label) => ({ value: label, label }))}
          />
          <SelectField name="nature" label={t`Nature`} options={options("PayNature")} defaultValue="HSE" />
          <SelectField name="measure" label={t`Mesure`} options={options("PayMeasure")} defaultValue="UNITS" />
          <TextField name="quantity" label={t`Quantité accordée`} hint={t`Par exemple 120 ou 12,5.`} />
        </CommandForm>
      )}
    </Reveal>
  );
}
