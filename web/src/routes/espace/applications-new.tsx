import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can, whoMay } from "../../features/people/rights.ts";
import { DRAFT_APPLICATION } from "../../features/projects/applications.ts";
import { graphql } from "../../gen/gql.ts";
import type { NewApplicationScreenQuery } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { Empty } from "../../ui/Empty.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { capital } from "../../ui/plural.ts";
import { Time } from "../../ui/Time.tsx";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query NewApplicationScreen($theme: ID!) {
      viewer {
        id
        mandates {
          id
          role
          departement
          academy {
            code
            label
          }
          theme {
            id
          }
        }
      }
      applications(first: 100) {
        nodes {
          id
          title
          state
          academy {
            code
            label
          }
          theme {
            id
            title
            campaign {
              id
              label
            }
          }
        }
      }
      theme(id: $theme) {
        id
        title
        state
        campaign {
          id
          label
          call {
            state
            closesAt
          }
        }
      }
    }
  `),
  variables: ({ search }) => ({ theme: search.get("theme") ?? "" }),
  subject: "theme",
  fresh: true,
  head: () => ({ title: t`Nouvelle candidature`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Theme = NonNullable<NewApplicationScreenQuery["theme"]>;

export default function NewApplication() {
  const { theme, viewer, applications } = page.useData().data;
  if (!theme) return null;
  const academies = (viewer?.mandates ?? []).flatMap(({ academy }) =>
    academy && can(viewer, "draftApplication", { academyCodes: [academy.code], themeId: theme.id }) ? [academy] : [],
  );
  const mine = academies.filter(({ code }, rank) => academies.findIndex((other) => other.code === code) === rank);
  return (
    <Screen
      title={t`Nouvelle candidature`}
      path={[[t`Candidatures`, "/espace/candidatures"]]}
      lead={<p>{theme.title}</p>}
    >
      {theme.state === "OPEN" && mine.length > 0 ? (
        <Draft theme={theme} academies={mine} earlier={applications?.nodes ?? []} />
      ) : (
        <NotHere theme={theme} />
      )}
    </Screen>
  );
}

type Earlier = NonNullable<NewApplicationScreenQuery["applications"]>["nodes"];

interface DraftProps {
  theme: Theme;
  academies: { code: string; label: string }[];
  /** The person's own side's applications: to warn of a twin, and to begin from one. */
  earlier: Earlier;
}

function Draft({ theme, academies, earlier }: DraftProps) {
  const [twin] = earlier.filter((one) => one.theme.id === theme.id && one.state !== "WITHDRAWN");
  const sources = earlier.filter((one) => one.theme.campaign.id !== theme.campaign.id);
  const navigate = useNavigate();
  const command = useRefusals(
    DRAFT_APPLICATION,
    (data) => data.draftApplication,
    ({ draftApplication }) => void navigate(`/espace/candidatures/${draftApplication.application?.id ?? ""}`),
  );
  const variables = (form: FormData) => ({
    input: {
      themeId: theme.id,
      academyCode: text(form, "academyCode"),
      title: optionalText(form, "title"),
      fromApplicationId: optionalText(form, "fromApplicationId"),
    },
  });
  return (
    <CommandForm command={command} variables={variables} submit={t`Commencer la candidature`}>
      <p>
        <Trans>
          L’appel se clôt le <Time at={theme.campaign.call.closesAt} as="deadline" />. La candidature s’enregistre au
          fil de la saisie ; l’inspection pilote ou la délégation au numérique la dépose.
        </Trans>
      </p>
      {twin && (
        <Alert
          small
          severity="warning"
          description={
            <Trans>
              L’académie a déjà une candidature sur ce thème :{" "}
              <Link to={`/espace/candidatures/${twin.id}`}>{twin.title}</Link>. Une seule équipe y est retenue, sauf
              raison.
            </Trans>
          }
        />
      )}
      {sources.length > 0 && (
        <SelectField
          name="fromApplicationId"
          label={t`Reprendre une candidature d’une autre campagne`}
          hint={t`Son texte et son équipe sont copiés ; l’engagement sur les réunions se prend de nouveau.`}
          placeholder={t`Commencer de rien`}
          options={sources.map(({ id, title, theme: { campaign } }) => ({
            value: id,
            label: `${campaign.label} · ${title}`,
          }))}
          optional
        />
      )}
      <SelectField
        name="academyCode"
        label={t`Académie candidate`}
        options={academies.map(({ code, label }) => ({ value: code, label: capital(label) }))}
        defaultValue={academies.length === 1 ? academies[0]?.code : undefined}
      />
      <TextField
        name="title"
        label={t`Titre du projet`}
        hint={
          sources.length > 0
            ? t`Vide, celui de la candidature reprise. Vous pourrez le changer ensuite.`
            : t`Vous pourrez le changer ensuite.`
        }
        optional={sources.length > 0}
      />
    </CommandForm>
  );
}

const NotHere = ({ theme }: { theme: Theme }) => (
  <Empty action={<Link to={`/themes/${theme.id}`}>{t`Lire la présentation du thème`}</Link>}>
    {theme.state === "OPEN"
      ? t`Commencer une candidature sur ce thème revient à : ${whoMay("draftApplication")} d’une académie, pour ce thème. L’inspection pilote ou la délégation au numérique le ou la désigne.`
      : t`Ce thème n’est pas dans un appel ouvert : aucune candidature n’y est reçue.`}
  </Empty>
);
