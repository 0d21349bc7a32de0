import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { ResourceKind, RightsBasis, WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { fieldId, useRefusals } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { FileField } from "../../ui/FileField.tsx";
import { FileLink } from "../../ui/FileLink.tsx";
import { CheckboxField, RadioField, SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { checked, optionalText, text } from "../../ui/formData.ts";
import { labelOf, options } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useOnce, useSend } from "../../ui/send.ts";
import { offerUndo } from "../../ui/undo.ts";

const DECLARE_RESOURCE = graphql(`
  mutation DeclareResource($input: DeclareResourceInput!) {
    declareResource(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REMOVE_RESOURCE = graphql(`
  mutation RemoveResource($input: RemoveResourceInput!) {
    removeResource(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Resource = WorkshopFragment["resources"][number];

interface ResourcesProps {
  scenario: WorkshopFragment;
  mayDeclare: boolean;
}

/** Each resource with the right to use it (R61). */
export function Resources({ scenario, mayDeclare }: ResourcesProps) {
  const remove = useRefusals(REMOVE_RESOURCE, (data) => data.removeResource);
  const declare = useSend(DECLARE_RESOURCE, (data) => data.declareResource);
  const takeAway = async (resource: Resource) => {
    const scenarioId = scenario.id;
    if (!(await remove.run({ input: { scenarioId, resourceId: resource.id } }))) return;
    offerUndo({
      said: t`Ressource retirée : ${resource.title}`,
      undo: async () => (await declare({ input: { scenarioId, ...declared(resource) } })).length === 0,
    });
  };
  return (
    <>
      <p className="fr-hint-text">
        <Trans>
          Toute image, texte, vidéo ou document repris. L’exception pédagogique vaut en classe seulement : une ressource
          qui en relève empêche la publication ouverte, on la remplace ou on y renvoie par un lien.
        </Trans>
      </p>
      <ErrorSummary ref={remove.summary} refusals={remove.refusals} titleAs="h3" />
      <ul className="items">
        {scenario.resources.map((resource) => (
          <li key={resource.id} className="item" id={fieldId(`resources.${resource.id}`)} tabIndex={-1}>
            <ResourceFacts resource={resource} />
            {mayDeclare && (
              <div className="actions">
                <Reveal label={<Named verb={t`Corriger`} name={resource.title} />} priority="tertiary">
                  {(close) => <ResourceForm scenarioId={scenario.id} resource={resource} onDone={close} />}
                </Reveal>
                <Button
                  type="button"
                  priority="tertiary no outline"
                  disabled={remove.state === "busy"}
                  onClick={() => void takeAway(resource)}
                >
                  <Named verb={t`Retirer`} name={resource.title} />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {scenario.resources.length === 0 && <p>{t`Aucune ressource déclarée.`}</p>}
      {mayDeclare && (
        <Reveal label={t`Déclarer une ressource`}>
          {(close) => <ResourceForm scenarioId={scenario.id} onDone={close} />}
        </Reveal>
      )}
    </>
  );
}

/** The same words again: a resource that was taken away comes back as it was. */
const declared = ({ title, author, sourceUrl, rights, kind, alternative, adapted, file }: Resource) => ({
  ...{ title, author, sourceUrl, kind, alternative, adapted },
  ...{ basis: rights.basis, licence: rights.licence, note: rights.note },
  fileId: file?.id,
});

const ResourceFacts = ({ resource: { title, author, sourceUrl, rights, ...said } }: { resource: Resource }) => (
  <>
    <h3 className="item__title">
      {sourceUrl ? (
        <a href={sourceUrl} rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </h3>
    <p className="item__facts">
      <StateBadge of="RightsBasis" value={rights.basis} />
      {author && <span>{author}</span>}
      {rights.licence && <span>{rights.licence}</span>}
      {rights.note && <span>{rights.note}</span>}
      {said.kind && <span>{labelOf("ResourceKind", said.kind)}</span>}
      {said.adapted && <span>{t`Modifiée`}</span>}
      {said.file && (
        <span>
          <FileLink file={said.file} />
        </span>
      )}
    </p>
    {said.alternative && <p className="item__summary">{said.alternative}</p>}
    {!rights.allowsOpenPublication && (
      <p className="fr-error-text">
        {rights.basis === "TEACHING_EXCEPTION"
          ? t`L’exception pédagogique vaut en classe, pas pour une publication ouverte : remplacez cette ressource, ou mettez un lien.`
          : t`Les droits sont à éclaircir avant la publication.`}
      </p>
    )}
  </>
);

const hints: Partial<Record<RightsBasis, string>> = {
  LICENCE: t`Creative Commons, Licence Ouverte… : dites laquelle.`,
  AUTHORISATION: t`De l’ayant droit : dites qui l’a donnée, quand, pour quel usage.`,
  QUOTATION: t`Courte, avec son auteur et sa source.`,
  LINK: t`La ressource reste chez son éditeur.`,
  TEACHING_EXCEPTION: t`En classe seulement : empêche la publication ouverte.`,
  UNRESOLVED: t`Empêche la publication tant que rien n’est établi.`,
};

interface ResourceFormProps {
  scenarioId: string;
  resource?: Resource;
  onDone: () => void;
}

function ResourceForm({ scenarioId, resource, onDone }: ResourceFormProps) {
  const command = useRefusals(DECLARE_RESOURCE, (data) => data.declareResource, onDone);
  const [basis, setBasis] = useState<string>(resource?.rights.basis ?? "");
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope={resource?.id ?? "resource"}
      submit={resource ? t`Enregistrer` : t`Déclarer`}
      variables={(form) => ({
        input: once({
          scenarioId,
          resourceId: resource?.id,
          title: text(form, "title"),
          author: optionalText(form, "author"),
          sourceUrl: optionalText(form, "sourceUrl"),
          basis: (text(form, "basis") || "UNRESOLVED") as RightsBasis,
          licence: optionalText(form, "licence"),
          note: optionalText(form, "note"),
          kind: (optionalText(form, "kind") ?? undefined) as ResourceKind | undefined,
          alternative: optionalText(form, "alternative"),
          adapted: checked(form, "adapted"),
          fileId: optionalText(form, "fileId") ?? undefined,
        }),
      })}
    >
      <TextField name="title" label={t`Titre`} defaultValue={resource?.title} />
      <TextField name="author" label={t`Auteur`} optional defaultValue={resource?.author ?? undefined} />
      <TextField
        name="sourceUrl"
        label={t`Adresse de la source`}
        type="url"
        optional
        defaultValue={resource?.sourceUrl ?? undefined}
      />
      <RadioField
        name="basis"
        label={t`De quel droit l’utilisez-vous ?`}
        options={options("RightsBasis").map((option) => ({ ...option, hint: hints[option.value as RightsBasis] }))}
        defaultValue={basis}
        onChange={setBasis}
      />
      <TextField
        name="licence"
        label={t`Nom de la licence`}
        optional={basis !== "LICENCE"}
        hint={t`« CC BY-SA 4.0 »`}
        defaultValue={resource?.rights.licence ?? undefined}
      />
      <TextAreaField
        name="note"
        label={t`Preuve ou précision`}
        rows={2}
        optional={basis !== "AUTHORISATION"}
        defaultValue={resource?.rights.note ?? undefined}
      />
      <CheckboxField
        name="adapted"
        label={t`Nous l’avons modifiée, ou fondue dans le scénario`}
        hint={t`Certaines licences l’interdisent, ou demandent alors la même licence pour le scénario.`}
        optional
        defaultChecked={resource?.adapted}
      />
      <FileField
        name="fileId"
        label={t`Fichier joint`}
        hint={t`Image, son, document PDF ou bureautique, archive ZIP, texte ; 25 Mo au plus. Un film se met sur une plateforme vidéo : donnez-en l’adresse.`}
        to="/files/scenarios"
        optional
        defaultValue={resource?.file ?? undefined}
      />
      <SelectField
        name="kind"
        label={t`Nature`}
        placeholder={t`D’après le fichier`}
        optional
        options={options("ResourceKind")}
        defaultValue={resource?.kind ?? undefined}
      />
      <TextAreaField
        name="alternative"
        label={t`Pour qui ne voit ou n’entend pas`}
        hint={t`Image ou carte : ce qu’elle montre. Vidéo ou son : la transcription, ou l’adresse des sous-titres. À donner avant de publier.`}
        rows={3}
        optional
        defaultValue={resource?.alternative ?? undefined}
      />
    </CommandForm>
  );
}
