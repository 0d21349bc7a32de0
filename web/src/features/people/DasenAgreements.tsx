import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { AcademicGroupSeatsFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { can, type Held } from "./rights.ts";

const GIVE_DASEN_AGREEMENT = graphql(`
  mutation GiveDasenAgreement($input: GiveDasenAgreementInput!) {
    giveDasenAgreement(input: $input) {
      academicGroup {
        ...AcademicGroupSeats
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface DasenAgreementsProps {
  group: AcademicGroupSeatsFragment;
  viewer: Held | null;
  onDone: () => void;
}

/** One agreement for each département where a member teaches in the first degree (R42). */
export function DasenAgreements({ group, viewer, onDone }: DasenAgreementsProps) {
  const asked = departementsOf(group);
  if (asked.length === 0) {
    return <p>{t`Aucun membre n’enseigne dans le premier degré : aucun accord n’est demandé.`}</p>;
  }
  const given = (code: string) => group.dasenAgreements.find(({ departement }) => departement === code);
  const mine = asked.filter((departement) => can(viewer, "giveDasenAgreement", { departement }));
  return (
    <>
      <TableFrame caption={t`Accords des DASEN par département`}>
        <thead>
          <tr>
            <th scope="col">{t`Département`}</th>
            <th scope="col">{t`Accord`}</th>
            <th scope="col">{t`Par`}</th>
            <th scope="col">{t`Le`}</th>
            <th scope="col">{t`Note`}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((code) => {
            const agreement = given(code);
            return (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td>{agreement ? (agreement.granted ? t`Donné` : t`Refusé`) : t`Attendu`}</td>
                <td>{agreement?.by?.displayName ?? "–"}</td>
                <td>{agreement ? <Time at={agreement.at} /> : "–"}</td>
                <td>{agreement?.note ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </TableFrame>
      {mine.map((departement) => (
        <Reveal key={departement} label={t`Se prononcer pour le département ${departement}`} priority="primary">
          {() => <AgreementForm groupId={group.id} departement={departement} onDone={onDone} />}
        </Reveal>
      ))}
    </>
  );
}

const departementsOf = ({ seats, dasenAgreements }: AcademicGroupSeatsFragment): string[] => {
  const concerned = seats
    .filter(({ mandate }) => mandate.degree === "FIRST")
    .flatMap(({ mandate }) => mandate.departement ?? []);
  return [...new Set([...concerned, ...dasenAgreements.map(({ departement }) => departement)])].sort();
};

interface AgreementFormProps {
  groupId: string;
  departement: string;
  onDone: () => void;
}

function AgreementForm({ groupId, departement, onDone }: AgreementFormProps) {
  const command = useRefusals(GIVE_DASEN_AGREEMENT, (data) => data.giveDasenAgreement, onDone);
  const variables = (form: FormData) => ({
    input: {
      academicGroupId: groupId,
      departement,
      granted: text(form, "granted") !== "non",
      note: optionalText(form, "note"),
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Enregistrer ma réponse`}
      scope={`accord-${departement}`}
      done={t`Votre réponse est enregistrée.`}
    >
      <RadioField
        name="granted"
        label={t`Votre réponse pour le département ${departement}`}
        defaultValue="oui"
        options={[
          { value: "oui", label: t`Je donne mon accord` },
          { value: "non", label: t`Je refuse mon accord`, hint: t`L’équipe ne peut alors pas être engagée.` },
        ]}
      />
      <TextAreaField name="note" label={t`Note`} optional rows={3} />
    </CommandForm>
  );
}
