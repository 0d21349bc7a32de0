import { redirect } from "react-router";
import { apolloContext } from "../../apollo/client.ts";
import { graphql } from "../../gen/gql.ts";
import type { Route } from "./+types/use.ts";

const SCENARIO = graphql(`
  query UsedScenario($slug: String!) {
    scenario(slug: $slug) {
      id
    }
  }
`);

const SAY_USED = graphql(`
  mutation SayScenarioUsed($input: SayScenarioUsedInput!) {
    sayScenarioUsed(input: $input) {
      scenario {
        id
        useCount
      }
      errors {
        code
        message
      }
    }
  }
`);

const YEAR_S = 365 * 24 * 3600;

const pageOf = (slug: string) => `/scenarios/${encodeURIComponent(slug)}`;

export const loader = ({ params }: Route.LoaderArgs) => redirect(pageOf(params.slug));

/** On the server, so that it works without JavaScript. The browser alone knows that it has said so: its cookie is sent to this address only. */
export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const done = (answer: string, headers?: HeadersInit) =>
    redirect(`${pageOf(slug)}?usage=${answer}#usage`, { headers });
  if (/(?:^|;\s*)utilise=1/.test(request.headers.get("cookie") ?? "")) return done("deja");
  const client = context.get(apolloContext);
  try {
    const { data } = await client.query({ query: SCENARIO, variables: { slug } });
    const input = { scenarioId: data?.scenario?.id ?? "" };
    const answer = await client.mutate({ mutation: SAY_USED, variables: { input } });
    if (!answer.data?.sayScenarioUsed.scenario || answer.data.sayScenarioUsed.errors.length > 0) return done("echec");
  } catch {
    return done("echec");
  }
  const cookie = `utilise=1; Path=${pageOf(slug)}/utilise; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax`;
  return done("merci", { "Set-Cookie": cookie });
}
