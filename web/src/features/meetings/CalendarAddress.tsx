import { Button } from "@codegouvfr/react-dsfr/Button";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Time } from "../../ui/Time.tsx";
import { type Calendar, OPEN_CALENDAR, RENEW_CALENDAR, REVOKE_CALENDAR } from "./calendars.ts";

interface CalendarAddressProps {
  calendar: Calendar;
  onDone: () => void;
}

/** One calendar: its address to copy, or the button that asks for it. */
export function CalendarAddress({ calendar, onDone }: CalendarAddressProps) {
  const { title, content, hint, address } = calendar;
  return (
    <li className="item">
      <h3 className="item__title" lang={content ? inFrench : undefined}>
        {title}
      </h3>
      <p className="fr-hint-text">{hint}</p>
      {address ? <Opened address={address} title={title} onDone={onDone} /> : <Open {...{ calendar, onDone }} />}
    </li>
  );
}

function Open({ calendar: { scope, themeId, projectId }, onDone }: CalendarAddressProps) {
  const command = useRefusals(OPEN_CALENDAR, (data) => data.openCalendarAddress, onDone);
  return (
    <CommandForm
      command={command}
      scope={`open-${themeId ?? projectId ?? "mine"}`}
      submit={t`Obtenir l’adresse`}
      variables={() => ({ input: { scope, themeId, projectId } })}
    />
  );
}

interface OpenedProps {
  address: NonNullable<Calendar["address"]>;
  title: string;
  onDone: () => void;
}

function Opened({ address: { id, url, createdAt }, title, onDone }: OpenedProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(url).then(() => setCopied(true));
  return (
    <>
      <Input
        label={t`Adresse de cet agenda`}
        hintText={<Given at={createdAt} />}
        nativeInputProps={{ readOnly: true, value: url, onFocus: ({ currentTarget }) => currentTarget.select() }}
      />
      <div className="write-to">
        <a className="fr-btn fr-btn--secondary" href={url.replace(/^https?:/, "webcal:")}>
          <Trans>
            S’abonner<span className="fr-sr-only"> : {title}</span>
          </Trans>
        </a>
        <Button type="button" priority="tertiary" onClick={copy}>
          {t`Copier l’adresse`}
        </Button>
        <p role="status" className="fr-hint-text">
          {copied && t`L’adresse est copiée.`}
        </p>
      </div>
      <Reveal label={t`Changer ou retirer l’adresse`} priority="tertiary">
        {(close) => (
          <Change
            id={id}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </Reveal>
    </>
  );
}

const Given = ({ at }: { at: string }) => (
  <Trans>
    Donnée le <Time at={at} as="instant" />. Qui la connaît lit cet agenda : ne la donnez à personne.
  </Trans>
);

function Change({ id: calendarAddressId, onDone }: { id: string; onDone: () => void }) {
  const renew = useRefusals(RENEW_CALENDAR, (data) => data.renewCalendarAddress, onDone);
  const revoke = useRefusals(REVOKE_CALENDAR, (data) => data.revokeCalendarAddress, onDone);
  const variables = () => ({ input: { calendarAddressId } });
  return (
    <>
      <p>{t`Dans les deux cas l’adresse actuelle ne répond plus, et les agendas qui y sont abonnés cessent d’être à jour.`}</p>
      <CommandForm command={renew} scope="renew" submit={t`Donner une autre adresse`} variables={variables} />
      <CommandForm command={revoke} scope="revoke" submit={t`Retirer l’adresse`} variables={variables} />
    </>
  );
}
