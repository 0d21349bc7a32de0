import type { Trame } from "../../services/kit/dev/supervisor.ts";

type Data = Record<string, unknown>;

/** One operation through the gateway, as a demonstration person or as a visitor. */
export async function graph(trame: Trame, query: string, variables: object = {}, who?: string): Promise<Data> {
  const response = await fetch(`${trame.urls.gateway}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(who && { authorization: `Bearer ${await trame.tokenFor(who)}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data || errors) throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
  return data;
}

/** One command that must be accepted; answers the thing that it returns. */
export async function command(
  trame: Trame,
  who: string,
  name: string,
  input: object,
  fields: string,
): Promise<{ id: string }> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code message } } }`;
  const { errors, ...payload } = (await graph(trame, query, { input }, who))[name] as {
    errors: { code: string; message: string }[];
  } & Record<string, { id: string }>;
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join(" ")}`);
  return Object.values(payload)[0] as { id: string };
}
