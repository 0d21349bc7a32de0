import { Button } from "@codegouvfr/react-dsfr/Button";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ApplicationDossierFragment, DecisionOutcome } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { DECIDE_APPLICATION, SUBMIT_APPLICATION, WITHDRAW_APPLICATION } from "./applications.ts";

interface ActionProps {
  application: ApplicationDossierFragment;
  /** What is typed is saved before the command leaves. */
  before?: () => Promise<unknown>;
  onDone: () => void;
}

const Cancel = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    {t`Annuler`}
  </Button>
);

const ofVersion = ({ id, version }: ApplicationDossierFragment) => ({ applicationId: id, expectedVersion: version });

/** In the name of the academy, by the pilot or the DAN (R19). */
export function Submit({ application, onDone }: ActionProps) {
  const command = useRefusals(SUBMIT_APPLICATION, (data) => data.submitApplication, onDone);
  const { missing, academy } = application;
  return (
    <Reveal label={t`Déposer la candidature`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={() => ({ input: ofVersion(application) })}
          submit={t`Confirmer le dépôt`}
          scope="depot"
          actions={<Cancel close={close} />}
        >
          <p>
            <Trans>
              Vous déposez cette candidature au nom de l’{academy?.label ?? t`académie`} et, par là, vous la signez.
              Ensuite elle ne se corrige plus, sauf si le département DNE A2 demande une correction ; elle peut être
              retirée jusqu’à la décision.
            </Trans>
          </p>
          {missing.length > 0 && (
            <p>
              <Trans>
                Il manque encore {plural(missing.length, { one: "# élément", other: "# éléments" })} : le dépôt sera
                refusé avec leur liste.
              </Trans>
            </p>
          )}
        </CommandForm>
      )}
    </Reveal>
  );
}

export function Withdraw({ application, onDone }: ActionProps) {
  const command = useRefusals(WITHDRAW_APPLICATION, (data) => data.withdrawApplication, onDone);
  return (
    <Reveal label={t`Retirer la candidature`}>
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { ...ofVersion(application), reason: text(form, "reason") } })}
          submit={t`Confirmer le retrait`}
          scope="retrait"
          actions={<Cancel close={close} />}
        >
          <p>
            <Trans>
              Le retrait est définitif : l’académie devra commencer une autre candidature avant la clôture de l’appel.
            </Trans>
          </p>
          <TextAreaField name="reason" label={t`Raison du retrait`} hint={t`Elle figure dans l’historique.`} rows={3} />
        </CommandForm>
      )}
    </Reveal>
  );
}

/** By the programme office only, with the reason that the academy will read (R20). */
export function Decide({ application, onDone }: ActionProps) {
  const command = useRefusals(DECIDE_APPLICATION, (data) => data.decideApplication, onDone);
  const variables = (form: FormData) => ({
    input: {
      ...ofVersion(application),
      outcome: text(form, "outcome") as DecisionOutcome,
      reason: text(form, "reason"),
      secondTeamReason: optionalText(form, "secondTeamReason"),
    },
  });
  return (
    <Reveal
      label={application.pendingDecision ? t`Changer la décision préparée` : t`Décider de cette candidature`}
      priority={application.pendingDecision ? "secondary" : "primary"}
    >
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit={t`Enregistrer la décision`}
          scope="decision"
          actions={<Cancel close={close} />}
        >
          <RadioField
            name="outcome"
            label={t`Décision`}
            hint={t`Elle reste au département jusqu’à la publication ; retenue, la candidature ouvre alors un projet.`}
            options={options("DecisionOutcome")}
            defaultValue={application.pendingDecision?.outcome ?? "RETAINED"}
          />
          <TextAreaField
            name="reason"
            label={t`Raison`}
            hint={t`Elle est communiquée à l’académie.`}
            rows={4}
            defaultValue={application.pendingDecision?.reason}
          />
          {application.others.length > 0 && (
            <TextAreaField
              name="secondTeamReason"
              label={t`Pourquoi une seconde équipe`}
              hint={t`Si une autre candidature de l’académie est retenue sur ce thème.`}
              rows={2}
              optional
            />
          )}
        </CommandForm>
      )}
    </Reveal>
  );
}
