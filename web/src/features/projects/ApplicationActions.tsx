import { Button } from "@codegouvfr/react-dsfr/Button";
import type { ApplicationDossierFragment, DecisionOutcome } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { count } from "../../ui/plural.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { DECIDE_APPLICATION, SUBMIT_APPLICATION, WITHDRAW_APPLICATION } from "./applications.ts";

interface ActionProps {
  application: ApplicationDossierFragment;
  /** What is typed is saved before the command leaves. */
  before?: () => Promise<void>;
  onDone: () => void;
}

const Cancel = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    Annuler
  </Button>
);

const ofVersion = ({ id, version }: ApplicationDossierFragment) => ({ applicationId: id, expectedVersion: version });

/** In the name of the academy, by the pilot or the DAN (R19). */
export function Submit({ application, onDone }: ActionProps) {
  const command = useRefusals(SUBMIT_APPLICATION, (data) => data.submitApplication, onDone);
  const { missing, academy } = application;
  return (
    <Reveal label="Déposer la candidature" priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={() => ({ input: ofVersion(application) })}
          submit="Confirmer le dépôt"
          scope="depot"
          actions={<Cancel close={close} />}
        >
          <p>
            Vous déposez cette candidature au nom de l’{academy?.label ?? "académie"}. Ensuite elle ne se corrige plus ;
            elle peut être retirée jusqu’à la décision du département DNE A2.
          </p>
          {missing.length > 0 && (
            <p>Il manque encore {count(missing.length, "élément")} : le dépôt sera refusé avec leur liste.</p>
          )}
        </CommandForm>
      )}
    </Reveal>
  );
}

export function Withdraw({ application, onDone }: ActionProps) {
  const command = useRefusals(WITHDRAW_APPLICATION, (data) => data.withdrawApplication, onDone);
  return (
    <Reveal label="Retirer la candidature">
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { ...ofVersion(application), reason: text(form, "reason") } })}
          submit="Confirmer le retrait"
          scope="retrait"
          actions={<Cancel close={close} />}
        >
          <p>
            Le retrait est définitif : l’académie devra commencer une autre candidature avant la clôture de l’appel.
          </p>
          <TextAreaField name="reason" label="Raison du retrait" hint="Elle figure dans l’historique." rows={3} />
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
    },
  });
  return (
    <Reveal label="Décider de cette candidature" priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit="Enregistrer la décision"
          scope="decision"
          actions={<Cancel close={close} />}
        >
          <RadioField
            name="outcome"
            label="Décision"
            hint="Retenue, la candidature ouvre un projet et son groupe académique."
            options={options("DecisionOutcome")}
            defaultValue="RETAINED"
          />
          <TextAreaField name="reason" label="Raison" hint="Elle est communiquée à l’académie (R20)." rows={4} />
        </CommandForm>
      )}
    </Reveal>
  );
}
