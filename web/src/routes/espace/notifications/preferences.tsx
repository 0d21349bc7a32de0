import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { SET_PREFERENCES } from "../../../features/notifications/commands.ts";
import { graphql } from "../../../gen/gql.ts";
import type { MailDelivery, NotificationPreferencesScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NotificationPreferencesScreen {
      viewer {
        id
        digestHour
        notificationPreferences {
          kind
          label
          delivery
          byDefault
        }
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mes courriels`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Preference = NonNullable<
  NonNullable<NotificationPreferencesScreenQuery["viewer"]>["notificationPreferences"]
>[number];

const deliveries: [MailDelivery, string][] = [
  ["AT_ONCE", t`Aussitôt`],
  ["DAILY_DIGEST", t`Une fois par jour`],
  ["NONE", t`Jamais`],
];

const hours = Array.from({ length: 24 }, (_, hour) => hour);

export default function Preferences() {
  const { data } = page.useData();
  const command = useRefusals(SET_PREFERENCES, (answer) => answer.setNotificationPreferences);
  const { notificationPreferences: preferences, digestHour } = data.viewer ?? {};
  const path: [string, string][] = [[t`Notifications`, "/espace/notifications"]];
  if (!preferences) {
    return (
      <Screen title={t`Mes courriels`} path={path}>
        <p className="unavailable fr-icon-warning-line">
          <Trans>Vos choix sont momentanément indisponibles.</Trans>
        </p>
      </Screen>
    );
  }
  return (
    <Screen
      title={t`Mes courriels`}
      path={path}
      lead={
        <p>
          <Trans>
            Choisissez ce que vous recevez par courriel. Le portail, lui, vous avertit toujours de tout ce qui vous
            concerne.
          </Trans>
        </p>
      }
    >
      <CommandForm
        command={command}
        submit={t`Enregistrer mes choix`}
        variables={(form) => ({
          input: {
            preferences: preferences.map(({ kind }) => ({ kind, delivery: form.get(kind) as MailDelivery })),
            digestHour: Number(form.get("digestHour")),
          },
        })}
      >
        {preferences.map((preference) => (
          <Choice key={preference.kind} preference={preference} />
        ))}
        <Select
          label={t`Heure de la lettre quotidienne`}
          hint={t`Dans le fuseau de votre académie. Elle ne part que s’il y a du nouveau.`}
          nativeSelectProps={{ name: "digestHour", defaultValue: String(digestHour ?? 7) }}
        >
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {t`${hour} h`}
            </option>
          ))}
        </Select>
      </CommandForm>
    </Screen>
  );
}

const Choice = ({ preference: { kind, label, delivery } }: { preference: Preference }) => (
  <fieldset className="delivery">
    <legend lang={inFrench}>{label}</legend>
    <div className="delivery__choices">
      {deliveries.map(([value, text]) => (
        <label key={value}>
          <input type="radio" name={kind} value={value} defaultChecked={delivery === value} /> {text}
        </label>
      ))}
    </div>
  </fieldset>
);
