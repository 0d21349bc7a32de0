import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { Upload } from "@codegouvfr/react-dsfr/Upload";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { ImportPersonsMutation } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { labelOf } from "../../ui/labels.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";

const IMPORT = graphql(`
  mutation ImportPersons($input: ImportPersonsInput!) {
    importPersons(input: $input) {
      report {
        applied
        lines {
          line
          name
          person
          mandate
          detail
          refusals {
            code
            message
            field
          }
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Report = NonNullable<ImportPersonsMutation["importPersons"]["report"]>;

/** A sheet is looked at first, line by line, and applied when it says what was meant. */
export function ImportPersons() {
  const [content, setContent] = useState("");
  const [report, setReport] = useState<Report | null>(null);
  const command = useRefusals(
    IMPORT,
    (data) => data.importPersons,
    ({ importPersons }) => setReport(importPersons.report ?? null),
  );
  const read = async (file: File | undefined) => {
    setReport(null);
    setContent(file ? base64Of(await file.arrayBuffer()) : "");
  };
  const refused = report?.lines.some(({ person }) => person === "REFUSED") ?? false;
  const apply = () => void command.run({ input: { content, preview: false, skipRefused: true } });
  return (
    <>
      <Trans>
        <p>
          Un fichier CSV de 500 lignes au plus, dont la première nomme les colonnes : nom, prenom, courriel, fonction,
          academie, etablissement, role, academie_du_mandat, theme, discipline, departement, corps, degre, voie,
          met_en_oeuvre, debut, fin, designation. L’export donne les mêmes.
        </p>
      </Trans>
      <CommandForm
        command={command}
        variables={() => ({ input: { content, preview: true } })}
        submit={t`Voir ce qui changerait`}
        scope="import"
        done=""
      >
        <Upload
          label={t`Fichier CSV`}
          hint={t`UTF-8 ou Windows-1252 ; points-virgules, virgules ou tabulations.`}
          nativeInputProps={{ accept: ".csv,text/csv", onChange: (event) => void read(event.target.files?.[0]) }}
        />
      </CommandForm>
      {report?.applied && <Alert severity="success" small description={t`Les changements sont enregistrés.`} />}
      {report && <Lines report={report} />}
      {report && !report.applied && report.lines.some(changes) && (
        <Button onClick={apply}>{refused ? t`Appliquer les lignes acceptées` : t`Appliquer`}</Button>
      )}
    </>
  );
}

const changes = ({ person, mandate }: Report["lines"][number]) =>
  person !== "REFUSED" && (person !== "UNCHANGED" || (mandate != null && mandate !== "UNCHANGED"));

const Lines = ({ report }: { report: Report }) => (
  <TableFrame caption={report.applied ? t`Ce qui a changé` : t`Ce qui changerait`}>
    <thead>
      <tr>
        <th scope="col">{t`Ligne`}</th>
        <th scope="col">{t`Personne`}</th>
        <th scope="col">{t`Effet`}</th>
        <th scope="col">{t`Mandat`}</th>
        <th scope="col">{t`Refus`}</th>
      </tr>
    </thead>
    <tbody>
      {report.lines.map(({ line, name, person, mandate, detail, refusals }) => (
        <tr key={line}>
          <td>{line}</td>
          <th scope="row">{name}</th>
          <td>{labelOf("ImportEffect", person)}</td>
          <td>
            {mandate && labelOf("ImportEffect", mandate)} <span lang={inFrench}>{detail}</span>
          </td>
          <td lang={inFrench}>{refusals.map(({ message }) => message).join(" ") || "–"}</td>
        </tr>
      ))}
    </tbody>
  </TableFrame>
);

function base64Of(buffer: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}
