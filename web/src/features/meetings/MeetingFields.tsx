import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { zoneName } from "../../ui/dates.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { instantIn, localIn, optionalText, text } from "../../ui/formData.ts";

interface Planned {
  title: string;
  purpose: string;
  startsAt: string;
  endsAt: string;
  place?: string | null;
  videoUrl?: string | null;
}

/** What one plans, and corrects until the meeting is held. Times are those of the place. */
export const MeetingFields = ({ meeting, timeZone }: { meeting?: Planned; timeZone: string }) => (
  <>
    <TextField name="title" label={t`Titre`} defaultValue={meeting?.title} />
    <TextAreaField
      name="purpose"
      label={t`Objet`}
      hint={t`Réflexion, production, point d’étape…`}
      rows={2}
      defaultValue={meeting?.purpose}
    />
    <div className="fr-grid-row fr-grid-row--gutters fr-mb-2w">
      <div className="fr-col-12 fr-col-md-6">
        <TextField
          name="startsAt"
          label={t`Début (${zoneName(timeZone)})`}
          type="datetime-local"
          defaultValue={meeting && localIn(meeting.startsAt, timeZone)}
        />
      </div>
      <div className="fr-col-12 fr-col-md-6">
        <TextField
          name="endsAt"
          label={t`Fin (${zoneName(timeZone)})`}
          type="datetime-local"
          defaultValue={meeting && localIn(meeting.endsAt, timeZone)}
        />
      </div>
    </div>
    <TextField name="place" label={t`Lieu`} optional defaultValue={meeting?.place ?? undefined} />
    <TextField
      name="videoUrl"
      label={t`Adresse de visioconférence`}
      type="url"
      optional
      defaultValue={meeting?.videoUrl ?? undefined}
    />
  </>
);

/** An hour that cannot be read is sent as typed: the service says what is wrong with it. */
export const meetingFrom = (form: FormData, timeZone: string) => ({
  title: text(form, "title"),
  purpose: text(form, "purpose"),
  startsAt: instantIn(text(form, "startsAt"), timeZone) ?? text(form, "startsAt"),
  endsAt: instantIn(text(form, "endsAt"), timeZone) ?? text(form, "endsAt"),
  place: optionalText(form, "place"),
  videoUrl: optionalText(form, "videoUrl"),
});

interface AgendaLine {
  title: string;
  minutes?: number | null;
  speaker?: string | null;
}

/** The lines' numbers stay when one goes away: what was typed in the others stays too. */
export function useAgenda(items: readonly AgendaLine[] = []) {
  const [lines, setLines] = useState(() => (items.length > 0 ? items.map((_, rank) => rank) : [0]));
  return {
    lines,
    items,
    add: () => setLines([...lines, Math.max(-1, ...lines) + 1]),
    remove: (line: number) => setLines(lines.filter((other) => other !== line)),
  };
}

export const AgendaFields = ({ agenda }: { agenda: ReturnType<typeof useAgenda> }) => (
  <fieldset className="fr-fieldset writing-fields">
    <legend className="fr-fieldset__legend">{t`Ordre du jour`}</legend>
    {agenda.lines.map((line, rank) => (
      <div key={line} className="agenda-line">
        <TextField
          name={`agenda.${line}.title`}
          label={t`Point ${rank + 1}`}
          optional
          defaultValue={agenda.items[line]?.title}
        />
        <TextField
          name={`agenda.${line}.minutes`}
          label={t`Minutes`}
          type="number"
          optional
          defaultValue={agenda.items[line]?.minutes ?? undefined}
        />
        <TextField
          name={`agenda.${line}.speaker`}
          label={t`Intervenant·e`}
          optional
          defaultValue={agenda.items[line]?.speaker ?? undefined}
        />
        <Button type="button" size="small" priority="tertiary" onClick={() => agenda.remove(line)}>
          <Trans>
            Retirer<span className="fr-sr-only"> le point {rank + 1}</span>
          </Trans>
        </Button>
      </div>
    ))}
    <Button type="button" size="small" priority="secondary" onClick={agenda.add}>
      {t`Ajouter un point`}
    </Button>
  </fieldset>
);
