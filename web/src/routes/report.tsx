import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Form, Link, redirect, data as respond, useNavigation, useSearchParams } from "react-router";
import { apolloContext } from "../apollo/client.ts";
import { staticMeta } from "../apollo/page.ts";
import { pageAt } from "../features/reports/address.ts";
import { REPORT_PROBLEM, reportOf } from "../features/reports/reports.ts";
import { type Refusal, RefusalsContext, refusalOf } from "../ui/command.ts";
import { ErrorSummary } from "../ui/ErrorSummary.tsx";
import { SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { options } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import type { Route } from "./+types/report.ts";

export const meta = staticMeta({
  title: t`Signaler un problème`,
  description: t`Dire ce qui ne va pas sur une page : panne, difficulté d’accès, erreur, droits, donnée personnelle.`,
  canonical: "/signaler",
  noindex: true,
});

/** A key for each form that is given out: sent twice, it is one report. */
export async function loader() {
  const { randomUUID } = await import("node:crypto");
  return { idempotencyKey: randomUUID() };
}

/** On the server, so that it works without JavaScript. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const input = reportOf(form);
  const answer = await context
    .get(apolloContext)
    .mutate({ mutation: REPORT_PROBLEM, variables: { input }, errorPolicy: "all" })
    .catch((error: unknown) => ({ data: undefined, error }));
  const payload = answer.data?.reportProblem;
  const refusals: readonly Refusal[] = payload ? payload.errors : [refusalOf(answer.error)];
  if (refusals.length > 0) return respond({ refusals, kept: input }, { status: 422 });
  return redirect(`/signaler?recu=${payload?.received?.id ?? ""}`);
}

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  const [search] = useSearchParams();
  const received = search.get("recu");
  return (
    <Page title={t`Signaler un problème`}>
      {received ? (
        <Thanks reference={received} />
      ) : (
        <ReportForm page={pageAt(search)} idempotencyKey={loaderData.idempotencyKey} answered={actionData} />
      )}
    </Page>
  );
}

const Thanks = ({ reference }: { reference: string }) => (
  <div role="status">
    <p className="fr-text--lead">{t`Merci : votre signalement est enregistré.`}</p>
    <p>
      <Trans>
        Sa référence est <code>{reference}</code>. Le département qui pilote le programme le lit et y répond, si vous
        avez laissé de quoi vous répondre ou si vous êtes connecté·e.
      </Trans>
    </p>
    <p>
      <Link to="/">{t`Revenir à l’accueil`}</Link>
    </p>
  </div>
);

interface ReportFormProps {
  page: string;
  idempotencyKey: string;
  answered: Route.ComponentProps["actionData"];
}

function ReportForm({ page, idempotencyKey, answered }: ReportFormProps) {
  const busy = useNavigation().state !== "idle";
  const kept = answered?.kept;
  const refusals = answered?.refusals ?? [];
  return (
    <Form
      method="post"
      action={page ? `?page=${encodeURIComponent(page)}` : undefined}
      className="command-form"
      noValidate
    >
      <p>
        {t`Aucune donnée personnelle n’est demandée.`}{" "}
        {page && (
          <Trans>
            Page concernée : <code>{page}</code>.
          </Trans>
        )}
      </p>
      <ErrorSummary refusals={refusals} />
      <RefusalsContext.Provider value={refusals}>
        <SelectField
          name="kind"
          label={t`Nature du problème`}
          options={options("ProblemKind")}
          defaultValue={kept?.kind}
        />
        <TextAreaField
          name="text"
          label={t`Ce qui ne va pas`}
          hint={t`Ce que vous faisiez, ce que vous attendiez, ce qui s’est passé. 4 000 caractères au plus.`}
          defaultValue={kept?.text}
        />
        <TextField
          name="contact"
          label={t`Où vous répondre`}
          hint={t`Une adresse électronique, par exemple. Elle ne sert qu’à la réponse, et est effacée ensuite.`}
          defaultValue={kept?.contact ?? ""}
          autoComplete="email"
          optional
        />
      </RefusalsContext.Provider>
      <p className="trap" aria-hidden="true">
        <label>
          {t`Laissez ce champ vide`} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <input type="hidden" name="path" value={page} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="command-form__actions">
        <Button type="submit" disabled={busy}>
          {busy ? t`Envoi…` : t`Envoyer`}
        </Button>
      </div>
    </Form>
  );
}
