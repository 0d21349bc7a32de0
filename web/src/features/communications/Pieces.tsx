import { Button } from "@codegouvfr/react-dsfr/Button";
import { Upload } from "@codegouvfr/react-dsfr/Upload";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { EditionDeskFragment, EditionPieceKind } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useFieldError, useRefusals } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { labelOf, options } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";

const WRITE_PIECE = graphql(`
  mutation WriteEditionPiece($input: WriteEditionPieceInput!) {
    writeEditionPiece(input: $input) {
      edition {
        ...EditionDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REMOVE_PIECE = graphql(`
  mutation RemoveEditionPiece($input: RemoveEditionPieceInput!) {
    removeEditionPiece(input: $input) {
      edition {
        ...EditionDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Item = EditionDeskFragment["items"][number];

/** What an item is called: its publication, what the editors wrote, or what an image shows. */
export const nameOf = ({ publication, piece }: Pick<Item, "publication" | "piece">): string =>
  publication?.title ?? (piece?.title || piece?.alt) ?? "";

interface PieceFormProps {
  edition: EditionDeskFragment;
  item?: Item;
  onDone: () => void;
}

/** News, a date or an image: what comes from no publication. */
export function PieceForm({ edition, item, onDone }: PieceFormProps) {
  const command = useRefusals(WRITE_PIECE, (data) => data.writeEditionPiece, onDone);
  const piece = item?.piece;
  const [kind, setKind] = useState<EditionPieceKind>(piece?.kind ?? "NEWS");
  const [image, setImage] = useState<string | null>(null);
  return (
    <CommandForm
      command={command}
      scope={item?.id ?? "piece"}
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: {
          editionId: edition.id,
          itemId: item?.id,
          expectedVersion: edition.version,
          kind,
          title: text(form, "title"),
          text: text(form, "text"),
          url: optionalText(form, "url"),
          on: kind === "AGENDA" ? text(form, "on") : null,
          image: kind === "IMAGE" ? image : null,
          alt: kind === "IMAGE" ? text(form, "alt") : null,
        },
      })}
    >
      {!piece && (
        <RadioField
          name="kind"
          label={t`Sorte`}
          options={options("EditionPieceKind")}
          defaultValue="NEWS"
          onChange={(value) => setKind(value as EditionPieceKind)}
        />
      )}
      <TextField
        name="title"
        label={kind === "IMAGE" ? t`Légende` : t`Titre`}
        optional={kind === "IMAGE"}
        defaultValue={piece?.title}
      />
      {kind === "AGENDA" && <TextField name="on" type="date" label={t`Date`} defaultValue={piece?.on ?? undefined} />}
      {kind === "IMAGE" ? (
        <>
          <ImageField onImage={setImage} isOptional={Boolean(piece?.imageUrl)} />
          <TextAreaField
            name="alt"
            label={t`Texte de remplacement`}
            hint={t`Ce que montre l’image, pour qui ne la voit pas.`}
            rows={3}
            defaultValue={piece?.alt ?? ""}
          />
        </>
      ) : (
        <>
          <TextAreaField
            name="text"
            label={t`Texte`}
            rows={5}
            optional={kind === "AGENDA"}
            defaultValue={piece?.text}
          />
          <TextField
            name="url"
            type="url"
            label={t`Adresse où en lire davantage`}
            optional
            defaultValue={piece?.url ?? ""}
          />
        </>
      )}
    </CommandForm>
  );
}

interface ImageFieldProps {
  onImage: (base64: string | null) => void;
  isOptional: boolean;
}

function ImageField({ onImage, isOptional }: ImageFieldProps) {
  const error = useFieldError("image");
  const read = async (file: File | undefined) => {
    if (!file) return onImage(null);
    const bytes = new Uint8Array(await file.arrayBuffer());
    onImage(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
  };
  return (
    <Upload
      label={isOptional ? t`Autre image (facultatif)` : t`Image`}
      hint={t`PNG, JPEG, GIF ou WebP, 300 Ko au plus.`}
      state={error ? "error" : "default"}
      stateRelatedMessage={error && <span lang={inFrench}>{error}</span>}
      nativeInputProps={{
        accept: "image/png,image/jpeg,image/gif,image/webp",
        onChange: (event) => void read(event.target.files?.[0]),
      }}
    />
  );
}

/** What the editors wrote is written again, or taken out. */
export function PieceTools({ edition, item }: { edition: EditionDeskFragment; item: Item }) {
  const command = useRefusals(REMOVE_PIECE, (data) => data.removeEditionPiece);
  return (
    <div className="actions">
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <Reveal label={<Named verb={t`Modifier`} name={nameOf(item)} />} priority="tertiary">
        {(close) => <PieceForm edition={edition} item={item} onDone={close} />}
      </Reveal>
      <Button
        type="button"
        size="small"
        priority="tertiary"
        disabled={command.state === "busy"}
        onClick={() => void command.run({ input: { editionId: edition.id, itemId: item.id } })}
      >
        <Named verb={t`Supprimer`} name={nameOf(item)} />
      </Button>
    </div>
  );
}

/** As its readers will see it. */
export const PiecePreview = ({ piece }: { piece: NonNullable<Item["piece"]> }) =>
  piece.kind === "IMAGE" ? (
    <figure className="letter-image">
      <img src={piece.imageUrl ?? ""} alt={piece.alt ?? ""} />
      {piece.title && <figcaption>{piece.title}</figcaption>}
    </figure>
  ) : (
    <>
      <h4 className="fr-h6" lang={inFrench}>
        {piece.url ? <a href={piece.url}>{piece.title}</a> : piece.title}
      </h4>
      <p className="fr-hint-text">
        {labelOf("EditionPieceKind", piece.kind)} {piece.on}
      </p>
      {piece.text && <p lang={inFrench}>{piece.text}</p>}
    </>
  );
