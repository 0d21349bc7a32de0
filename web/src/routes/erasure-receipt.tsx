import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../apollo/page.ts";
import { ErasureProgress } from "../features/people/ErasureProgress.tsx";
import { graphql } from "../gen/gql.ts";
import { Page } from "../ui/Page.tsx";
import type { Route } from "./+types/erasure-receipt.ts";

const page = definePage({
  query: graphql(`
    query ErasureReceipt($token: String!) {
      erasureReceipt(token: $token) {
        ...ErasureProgress
      }
    }
  `),
  variables: ({ params }) => ({ token: params.token ?? "" }),
  subject: "erasureReceipt",
  fresh: true,
  head: () => ({ title: t`Reçu d’effacement`, noindex: true }),
});

export const loader = (args: Route.LoaderArgs) => page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => page.clientLoader(args);
export const meta = page.meta;

/** Readable by whoever holds the receipt, signed in or not: the person is nobody any more. */
export default function ErasureReceipt() {
  const { data } = page.useData();
  if (!data.erasureReceipt) return null;
  return (
    <Page
      title={t`Reçu d’effacement`}
      lead={
        <Trans>
          Cette page dit où en est l’effacement que vous avez demandé. Elle ne dit pas de qui il s’agit : gardez son
          adresse pour vous.
        </Trans>
      }
    >
      <ErasureProgress erasure={data.erasureReceipt} />
    </Page>
  );
}
