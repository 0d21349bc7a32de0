import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { TeamPartnerFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { labelOf, options } from "../../ui/labels.ts";
import { Reveal } from "../../ui/Reveal.tsx";

export const TEAM_PARTNER = graphql(`
  fragment TeamPartner on Partner {
    id
    kind
    name
    support
    contact
    endedOn
  }
`);

const ADD = graphql(`
  mutation AddPartner($input: AddPartnerInput!) {
    addPartner(input: $input) {
      academicGroup {
        id
        partners {
          ...TeamPartner
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const END = graphql(`
  mutation EndPartner($input: EndPartnerInput!) {
    endPartner(input: $input) {
      academicGroup {
        id
        partners {
          ...TeamPartner
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface PartnersProps {
  groupId: string;
  partners: readonly TeamPartnerFragment[];
  mayName: boolean;
}

/** Who stands by the team in its territory: possible, never asked for (R63). */
export const Partners = ({ groupId, partners, mayName }: PartnersProps) => (
  <>
    {partners.length === 0 ? (
      <p>{t`Aucun partenaire. Une équipe peut s’appuyer sur un atelier Canopé de son territoire, sans y être tenue.`}</p>
    ) : (
      <ul>
        {partners.map((partner) => (
          <li key={partner.id}>
            <span lang={inFrench}>
              <strong>{partner.name}</strong> : {partner.support}
            </span>{" "}
            ({labelOf("PartnerKind", partner.kind)}){partner.contact && `, ${partner.contact}`}
            {partner.endedOn && ` – ${t`jusqu’au ${longDate(partner.endedOn)}`}`}
            {mayName && !partner.endedOn && <EndPartner partner={partner} />}
          </li>
        ))}
      </ul>
    )}
    {mayName && <Reveal label={t`Ajouter un partenaire`}>{() => <AddPartner groupId={groupId} />}</Reveal>}
  </>
);

function EndPartner({ partner: { id, name } }: { partner: TeamPartnerFragment }) {
  const command = useRefusals(END, (data) => data.endPartner);
  return (
    <>
      {" "}
      <Button
        size="small"
        priority="tertiary"
        nativeButtonProps={{ "aria-label": t`Mettre fin à l’accompagnement de ${name}` }}
        onClick={() => void command.run({ input: { partnerId: id } })}
      >
        {t`Mettre fin`}
      </Button>
    </>
  );
}

function AddPartner({ groupId }: { groupId: string }) {
  const command = useRefusals(ADD, (data) => data.addPartner);
  const variables = (form: FormData) => ({
    input: {
      academicGroupId: groupId,
      kind: text(form, "kind") as TeamPartnerFragment["kind"],
      name: text(form, "name"),
      support: text(form, "support"),
      contact: optionalText(form, "contact"),
    },
  });
  return (
    <CommandForm command={command} variables={variables} submit={t`Ajouter`} scope="partenaire">
      <SelectField name="kind" label={t`Nature`} options={options("PartnerKind")} defaultValue="CANOPE" />
      <TextField name="name" label={t`Nom`} hint={t`Par exemple : Atelier Canopé 35.`} />
      <TextField
        name="support"
        label={t`Ce qu’il apporte`}
        hint={t`Par exemple : édition des productions, formation.`}
      />
      <TextField name="contact" label={t`Adresse ou téléphone professionnel`} optional />
    </CommandForm>
  );
}
