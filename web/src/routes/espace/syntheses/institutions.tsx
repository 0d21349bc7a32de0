import { t } from "@lingui/core/macro";
import { definePage } from "../../../apollo/page.ts";
import { SET_INSTITUTION } from "../../../features/communications/synthesis.ts";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { InstitutionsScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { useRefusals } from "../../../ui/command.ts";
import { TextField } from "../../../ui/fields.tsx";
import { text } from "../../../ui/formData.ts";
import { RevealedCommand } from "../../../ui/RevealedCommand.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query InstitutionsScreen {
      institutions {
        code
        name
        later
        requirement
        email
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  subject: "institutions",
  fresh: true,
  head: () => ({ title: t`Destinataires des synthèses`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Institution = NonNullable<InstitutionsScreenQuery["institutions"]>[number];

export default function Institutions() {
  const { data } = page.useData();
  const keeps = can(data.viewer, "keepInstitutions");
  return (
    <Screen
      title={t`Destinataires des synthèses`}
      lead={<p>{t`Ceux à qui chaque synthèse est communiquée, en plus des groupes de travail (R93 à R98).`}</p>}
    >
      <ul className="items">
        {(data.institutions ?? []).map((institution) => (
          <Item key={institution.code} institution={institution} keeps={keeps} />
        ))}
      </ul>
    </Screen>
  );
}

function Item({ institution, keeps }: { institution: Institution; keeps: boolean }) {
  const { code, name, later, requirement, email } = institution;
  const refresh = useRefresh();
  const command = useRefusals(SET_INSTITUTION, (data) => data.setInstitution, refresh);
  return (
    <li className="item">
      <h2 className="item__title" lang={inFrench}>
        {name}
      </h2>
      <p className="item__facts">
        <span>{requirement}</span>
        {later && <span>{t`aujourd’hui ${later}`}</span>}
        <span>{email ?? t`adresse à donner`}</span>
      </p>
      {keeps && (
        <RevealedCommand
          label={t`Adresse : ${code}`}
          priority="tertiary"
          command={command}
          scope={code}
          submit={t`Enregistrer`}
          variables={(form) => ({ input: { code, email: text(form, "email") } })}
        >
          <TextField name="email" type="email" label={t`Adresse de courriel`} defaultValue={email ?? ""} />
        </RevealedCommand>
      )}
    </li>
  );
}
