import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { FormEvent } from "react";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can, familyOf, type Held } from "../../features/people/rights.ts";
import { SIGN_APPLICATIONS } from "../../features/projects/selection.ts";
import { graphql } from "../../gen/gql.ts";
import type { SignaturesScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { useRefusals } from "../../ui/command.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { texts } from "../../ui/formData.ts";
import { capital } from "../../ui/plural.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query SignaturesScreen {
      viewer {
        ...ViewerRights
      }
      applications(filter: { states: [DRAFT, RETURNED] }, first: 100) {
        nodes {
          id
          title
          academy {
            code
            label
            successor {
              code
            }
            predecessors {
              code
            }
          }
          theme {
            id
            title
          }
          missing {
            code
          }
          signatures {
            role
            at
          }
        }
      }
    }
  `),
  fresh: true,
  head: () => ({ title: t`Candidatures à cosigner`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Application = NonNullable<SignaturesScreenQuery["applications"]>["nodes"][number];

/** Complete, and without the signature of a role that the person holds there (R31). */
const toSign = (viewer: Held | null, { academy, theme, missing, signatures }: Application): boolean =>
  missing.length === 0 &&
  can(viewer, "signApplication", { academyCodes: familyOf(academy), themeId: theme.id }) &&
  signatures.some(({ role, at }) => !at && (viewer?.mandates ?? []).some((held) => held.role === role));

/** All the applications that a pilot or a DAN has to sign, over all themes, at once. */
export default function Signatures() {
  const { viewer = null, applications } = page.useData().data;
  const refresh = useRefresh();
  const command = useRefusals(SIGN_APPLICATIONS, ({ signApplications: { errors, rows } }) => ({
    errors: [...errors, ...rows.flatMap((row) => row.errors)],
  }));
  const waiting = (applications?.nodes ?? []).filter((one) => toSign(viewer, one));
  const path: [string, string][] = [[t`Candidatures`, "/espace/candidatures"]];
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    await command.run({ input: { applicationIds: texts(new FormData(event.currentTarget), "ids") } });
    refresh();
  };
  return (
    <Screen title={t`Candidatures à cosigner`} path={path}>
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <p role="status">{command.state === "done" && t`Les candidatures cochées sont cosignées.`}</p>
      {waiting.length === 0 ? (
        <Empty>{t`Aucune candidature complète n’attend votre signature.`}</Empty>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <p>
            <Trans>Vous signez chaque texte tel qu’il est : s’il change ensuite, il sera à signer de nouveau.</Trans>
          </p>
          <TableFrame caption={t`Candidatures complètes`}>
            <thead>
              <tr>
                <th scope="col">{t`Candidature`}</th>
                <th scope="col">{t`Académie`}</th>
                <th scope="col">{t`Thème`}</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map(({ id, title, academy, theme }) => (
                <tr key={id}>
                  <td>
                    <div className="fr-checkbox-group fr-checkbox-group--sm">
                      <input type="checkbox" name="ids" value={id} id={`signer-${id}`} defaultChecked />
                      <label className="fr-label" htmlFor={`signer-${id}`}>
                        {title}
                      </label>
                    </div>
                    <Link className="fr-link fr-link--sm" to={`/espace/candidatures/${id}`}>
                      {t`Ouvrir le dossier`}
                    </Link>
                  </td>
                  <td>{academy ? capital(academy.label) : "–"}</td>
                  <td lang={inFrench}>{theme.title}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
          <Button type="submit" disabled={command.state === "busy"}>{t`Cosigner les candidatures cochées`}</Button>
        </form>
      )}
    </Screen>
  );
}
