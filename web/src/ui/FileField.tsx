import { Button } from "@codegouvfr/react-dsfr/Button";
import { Upload } from "@codegouvfr/react-dsfr/Upload";
import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { inFrench } from "../language.ts";
import { useFieldError, useFieldId } from "./command.ts";
import { FileLink } from "./FileLink.tsx";

interface Deposited {
  id: string;
  name: string;
  size: number;
  url?: string;
}

interface FileFieldProps {
  /** The field of the form that holds the file's identifier. */
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Where the bytes go; the service says what it makes of them. */
  to: string;
  defaultValue?: Deposited;
}

type Deposit = { kind: "idle" } | { kind: "busy"; name: string } | { kind: "refused"; message: string };

/** A file is deposited as soon as it is chosen; the form then sends its identifier. */
export function FileField({ name, label, hint, optional, to, defaultValue }: FileFieldProps) {
  const [file, setFile] = useState(defaultValue);
  const [deposit, setDeposit] = useState<Deposit>({ kind: "idle" });
  const error = useFieldError(name);
  const id = useFieldId(name);
  const message = deposit.kind === "refused" ? deposit.message : error;
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setDeposit({ kind: "busy", name: chosen.name });
    const answer = await send(to, chosen);
    if ("message" in answer) return setDeposit({ kind: "refused", message: answer.message });
    setFile(answer);
    setDeposit({ kind: "idle" });
  };
  return (
    <div className="fr-mb-3w">
      <Upload
        id={id}
        label={optional ? t`${label} (facultatif)` : label}
        hint={hint}
        state={message ? "error" : "default"}
        stateRelatedMessage={message && <span lang={inFrench}>{message}</span>}
        nativeInputProps={{ onChange: (event) => void take(event.target.files?.[0]) }}
      />
      <p role="status" className="fr-hint-text">
        {deposit.kind === "busy" && t`Dépôt de ${deposit.name}…`}
        {file &&
          deposit.kind !== "busy" &&
          (file.url ? <FileLink file={{ ...file, url: file.url }} /> : t`Déposé : ${file.name}`)}
      </p>
      {file && (
        <Button type="button" priority="tertiary no outline" size="small" onClick={() => setFile(undefined)}>
          {t`Retirer le fichier`}
        </Button>
      )}
      <input type="hidden" name={name} value={file?.id ?? ""} />
    </div>
  );
}

const failed = { message: t`Le fichier n’est pas arrivé : rien n’a été gardé. Réessayez dans un instant.` };

/** The bytes as they are, in a type that no form of another site can send. */
async function send(to: string, file: File): Promise<Deposited | { message: string }> {
  try {
    const response = await fetch(`${to}?nom=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    const answer = (await response.json()) as { file: Deposited | null; errors: { message: string }[] };
    if (answer.file) return answer.file;
    return { message: answer.errors.map(({ message }) => message).join(" ") };
  } catch {
    return failed;
  }
}
