import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { SynthesisDeskFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { DISTRIBUTE_SYNTHESIS, SIGN_SYNTHESIS, WRITE_FOREWORD } from "./synthesis.ts";

interface StepProps {
  synthesis: SynthesisDeskFragment;
}

/** What is missing (R04, R10, R13, R66, R70): shown in time, and no obstacle but the first. */
export const Missing = ({ synthesis }: StepProps) => (
  <ul>
    {synthesis.missing.map(({ code, message, requirement }) => (
      <li key={`${code} ${message}`}>
        <span lang={inFrench}>{message}</span> <span className="fr-hint-text">{requirement}</span>
      </li>
    ))}
  </ul>
);

export const Signatures = ({ synthesis }: StepProps) => (
  <ul>
    {synthesis.signatures.map(({ person, at }) => (
      <li key={at}>
        <Trans>
          {person?.displayName ?? t`Expert·e`} a signé le <Time at={at} />
        </Trans>
      </li>
    ))}
    {synthesis.awaited.map(({ id, displayName }) => (
      <li key={id}>
        <Trans>{displayName} n’a pas encore signé</Trans>
      </li>
    ))}
  </ul>
);

export function Sign({ synthesis }: StepProps) {
  const command = useRefusals(SIGN_SYNTHESIS, (data) => data.signSynthesis);
  return (
    <RevealedCommand
      label={t`Signer la synthèse`}
      priority="primary"
      command={command}
      scope="sign"
      submit={t`Signer définitivement`}
      variables={() => ({ input: { synthesisId: synthesis.id, expectedVersion: synthesis.version } })}
    >
      <p>{t`Une fois signée par chaque expert·e du thème, elle ne change plus.`}</p>
    </RevealedCommand>
  );
}

export const Foreword = ({ synthesis }: StepProps) =>
  synthesis.foreword ? (
    <>
      <Prose text={synthesis.foreword.text} />
      <p className="fr-hint-text">
        {synthesis.foreword.author?.displayName} <Time at={synthesis.foreword.at} />
      </p>
    </>
  ) : (
    <p>{t`L’inspection générale n’a pas écrit d’avant-propos.`}</p>
  );

export function WriteForeword({ synthesis }: StepProps) {
  const command = useRefusals(WRITE_FOREWORD, (data) => data.writeForeword);
  return (
    <RevealedCommand
      label={synthesis.foreword ? t`Réécrire l’avant-propos` : t`Écrire l’avant-propos`}
      command={command}
      scope="foreword"
      submit={t`Enregistrer l’avant-propos`}
      variables={(form) => ({
        input: { synthesisId: synthesis.id, text: text(form, "text"), expectedVersion: synthesis.version },
      })}
    >
      <TextAreaField name="text" label={t`Avant-propos`} rows={8} defaultValue={synthesis.foreword?.text} />
    </RevealedCommand>
  );
}

export function Distribute({ synthesis }: StepProps) {
  const command = useRefusals(DISTRIBUTE_SYNTHESIS, (data) => data.distributeSynthesis);
  return (
    <RevealedCommand
      label={t`Diffuser la synthèse`}
      priority="primary"
      command={command}
      scope="distribute"
      submit={t`Diffuser à tous les destinataires`}
      variables={() => ({ input: { synthesisId: synthesis.id, expectedVersion: synthesis.version } })}
    >
      <p>
        <Trans>
          Elle est envoyée aux groupes de travail, à l’IGEN, à la DGESCO, à la DRDIE, aux ESPé des académies et à
          l’IHEEF (R93 à R98), et devient publique.
        </Trans>
      </p>
    </RevealedCommand>
  );
}

/** Proof of sending, of reading, of receipt (R93 to R98). */
export function Copies({ synthesis }: StepProps) {
  const copies = synthesis.copies ?? [];
  const read = copies.filter(({ readAt }) => readAt).length;
  return (
    <>
      <p>
        {plural(copies.length, { one: "# exemplaire envoyé", other: "# exemplaires envoyés" })},{" "}
        {plural(read, { one: "# lu", other: "# lus" })}.
      </p>
      <TableFrame caption={t`Destinataires et preuves`}>
        <thead>
          <tr>
            <th scope="col">{t`Destinataire`}</th>
            <th scope="col">{t`Envoi`}</th>
            <th scope="col">{t`Lecture`}</th>
            <th scope="col">{t`Accusé de réception`}</th>
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.id}>
              <th scope="row">
                <span lang={inFrench}>{copy.name || copy.person?.displayName || t`Personne effacée`}</span>
                {!copy.name && <span className="fr-hint-text">{labelOf("SynthesisRecipient", copy.recipient)}</span>}
              </th>
              <td>
                <StateBadge of="SynthesisCopyState" value={copy.state} />{" "}
                {copy.sentAt ? <Time at={copy.sentAt} as="instant" /> : copy.answer}
              </td>
              <td>{copy.readAt ? <Time at={copy.readAt} as="instant" /> : t`Pas encore`}</td>
              <td>
                {copy.receivedAt ? <Time at={copy.receivedAt} as="instant" /> : t`Pas encore`}
                {copy.receipt && <span lang={inFrench}> : {copy.receipt}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}
