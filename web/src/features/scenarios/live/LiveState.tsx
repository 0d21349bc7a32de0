import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { useEffect, useRef, useState } from "react";
import { SignInAgain } from "../../../ui/DraftState.tsx";
import { hour } from "../../../ui/dates.ts";
import { fieldLabels } from "../workshop.ts";
import { colourOf, distinct, LIVE_FIELDS, type LiveField } from "./fields.ts";
import type { Live } from "./useLive.ts";

/** Where the live text stands, and who else writes it. */
export const LiveState = ({ live }: { live: Live }) => (
  <div className="live-state">
    <p className="save-state" role="status" data-live={stateOf(live)}>
      {sentence(live)}
    </p>
    {live.signedOut && <SignInAgain />}
    <Presence live={live} />
  </div>
);

const stateOf = ({ status, pending, signedOut }: Live) => {
  if (signedOut) return "ended";
  return status === "live" && pending ? "saving" : status;
};

function sentence(live: Live): string {
  switch (stateOf(live)) {
    case "ended":
      return t`Votre session est terminée. Votre texte est gardé dans cette fenêtre.`;
    case "offline":
      return t`Hors ligne : vos modifications sont gardées ici, et seront réunies à celles des autres au retour du réseau.`;
    case "saving":
      return t`Enregistrement…`;
    case "live":
      return live.savedAt
        ? t`Textes enregistrés à ${hour(live.savedAt)}`
        : t`Écriture à plusieurs : les textes s’enregistrent au fil de la frappe.`;
    default:
      return "";
  }
}

function Presence({ live: { others, names } }: { live: Live }) {
  const here = distinct(others).map((other) => ({
    ...other,
    name: names.get(other.personId) || t`Une autre personne`,
  }));
  return (
    <>
      {here.length > 0 && (
        <ul className="presence" aria-label={t`Écrivent en ce moment`}>
          {here.map(({ personId, name, field }) => (
            <li key={personId} className={`live-colour--${colourOf(personId)}`}>
              <span className="presence__mark" aria-hidden="true" />
              {field ? t`${name}, dans « ${fieldLabels[field]} »` : name}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="fr-sr-only">
        {useComings(here)}
      </p>
    </>
  );
}

/** Said once, politely: who came and who left. Where they write is read in the list. */
function useComings(here: readonly { personId: string; name: string }[]): string {
  const [said, setSaid] = useState("");
  const before = useRef(new Map<string, string>());
  useEffect(() => {
    const present = new Map(here.map(({ personId, name }) => [personId, name]));
    const came = here.find(({ personId }) => !before.current.has(personId));
    const left = [...before.current].find(([personId]) => !present.has(personId));
    before.current = present;
    if (came) setSaid(t`${came.name} écrit avec vous`);
    else if (left) setSaid(t`${left[1]} n’écrit plus avec vous`);
  }, [here]);
  return said;
}

interface LostProps {
  words: Readonly<Record<string, string>>;
  stored: Readonly<Record<LiveField, string>>;
}

/** What was typed when the service took no more: to be copied, since it goes with the page. */
export function LostWords({ words, stored }: LostProps) {
  const lost = LIVE_FIELDS.filter((field) => words[field] && words[field] !== stored[field]);
  if (lost.length === 0) return null;
  return (
    <div className="fr-mb-4w">
      <Alert
        severity="warning"
        small
        description={t`Ce scénario ne s’écrit plus à plusieurs : il a changé d’état, ou vos droits ont changé. Ce que vous veniez d’écrire n’a pas été enregistré ; vous pouvez le copier ci-dessous.`}
      />
      {lost.map((field) => (
        <section key={field} aria-label={fieldLabels[field]}>
          <h3 className="fr-h6 fr-mb-1w fr-mt-2w">{fieldLabels[field]}</h3>
          <p className="prose">{words[field]}</p>
        </section>
      ))}
    </div>
  );
}
