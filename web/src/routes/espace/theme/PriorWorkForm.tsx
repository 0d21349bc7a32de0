import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { graphql } from "../../../gen/gql.ts";
import type { PriorWorkFactsFragment, PriorWorkSourceKind } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { SelectField, TextAreaField, TextField } from "../../../ui/fields.tsx";
import { text } from "../../../ui/formData.ts";
import { options } from "../../../ui/labels.ts";

export const PRIOR_WORK_FACTS = graphql(`
  fragment PriorWorkFacts on PriorWorkReview {
    id
    text
    recordedAt
    version
    sources {
      title
      url
      kind
      otherKind
    }
    author {
      id
      displayName
    }
  }
`);

const RECORD_PRIOR_WORK_REVIEW = graphql(`
  mutation RecordPriorWorkReview($input: RecordPriorWorkReviewInput!) {
    recordPriorWorkReview(input: $input) {
      priorWorkReview {
        ...PriorWorkFacts
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface PriorWorkFormProps {
  themeId: string;
  review: PriorWorkFactsFragment | null | undefined;
  close: () => void;
  onDone: () => void;
}

interface Source {
  key: number;
  title: string;
  url: string;
  kind: PriorWorkSourceKind;
  otherKind: string;
}

/** The review of existing work, with typed sources (R50 to R53). */
export function PriorWorkForm({ themeId, review, close, onDone }: PriorWorkFormProps) {
  const next = useRef(0);
  const blank = (): Source => ({ key: next.current++, title: "", url: "", kind: "DISCIPLINE_SITE", otherKind: "" });
  const [sources, setSources] = useState<Source[]>(() =>
    review && review.sources.length > 0
      ? review.sources.map((one) => ({ ...blank(), ...one, url: one.url ?? "", otherKind: one.otherKind ?? "" }))
      : [blank()],
  );
  const command = useRefusals(RECORD_PRIOR_WORK_REVIEW, (data) => data.recordPriorWorkReview, onDone);
  const variables = (form: FormData) => ({
    input: {
      themeId,
      text: text(form, "text"),
      sources: sources
        .filter(({ title, url }) => title || url)
        .map(({ title, url, kind, otherKind }) => ({
          title,
          url: url || null,
          kind,
          otherKind: kind === "OTHER" ? otherKind : null,
        })),
      expectedVersion: review?.version,
    },
  });
  const patch = (key: number, change: Partial<Source>) =>
    setSources(sources.map((source) => (source.key === key ? { ...source, ...change } : source)));
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Consigner la revue`}
      scope="existant"
      done={t`La revue de l’existant est consignée.`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Fermer`}
        </Button>
      }
    >
      <TextAreaField
        name="text"
        label={t`Travaux et expérimentations existants`}
        hint={t`Ce qui a déjà été fait sur le sujet, et ce qu’il en ressort.`}
        rows={10}
        defaultValue={review?.text}
      />
      {sources.map((source, rank) => (
        <SourceFields
          key={source.key}
          source={source}
          rank={rank}
          onChange={(change) => patch(source.key, change)}
          onRemove={() => setSources(sources.filter(({ key }) => key !== source.key))}
        />
      ))}
      <Button type="button" size="small" priority="secondary" onClick={() => setSources([...sources, blank()])}>
        {t`Ajouter une source`}
      </Button>
    </CommandForm>
  );
}

interface SourceFieldsProps {
  source: Source;
  rank: number;
  onChange: (change: Partial<Source>) => void;
  onRemove: () => void;
}

function SourceFields({ source, rank, onChange, onRemove }: SourceFieldsProps) {
  const path = (field: string) => `sources.${rank}.${field}`;
  return (
    <fieldset className="member">
      <legend>
        <Trans>Source {rank + 1}</Trans>
      </legend>
      <TextField name={path("title")} label={t`Titre`} value={source.title} onChange={(title) => onChange({ title })} />
      <TextField
        name={path("url")}
        label={t`Adresse`}
        type="url"
        optional
        value={source.url}
        onChange={(url) => onChange({ url })}
      />
      <SelectField
        name={path("kind")}
        label={t`Origine`}
        options={options("PriorWorkSourceKind")}
        value={source.kind}
        onChange={(kind) => onChange({ kind: kind as PriorWorkSourceKind })}
      />
      {source.kind === "OTHER" && (
        <TextField
          name={path("otherKind")}
          label={t`Laquelle`}
          value={source.otherKind}
          onChange={(otherKind) => onChange({ otherKind })}
        />
      )}
      <Button
        type="button"
        size="small"
        priority="tertiary"
        onClick={onRemove}
        nativeButtonProps={{ "aria-label": t`Retirer la source ${rank + 1}` }}
      >
        {t`Retirer`}
      </Button>
    </fieldset>
  );
}
