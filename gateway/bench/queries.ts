import { readFileSync } from "node:fs";
import type { Trame } from "../../services/kit/dev/supervisor.ts";
import type { Figure } from "./figures.ts";
import { graph } from "./graph.ts";
import { load } from "./load.ts";
import { MEASURES } from "./visible.ts";

const FIVE_SERVICES = readFileSync(new URL("../examples/five-services.graphql", import.meta.url), "utf8");
const ONE_SERVICE = `query Theme($id: ID!) {
  theme(id: $id) { id title questions kind state campaign { id label target } disciplines { code label } }
}`;

/** Three queries through the gateway, and as far as one service can answer them, against that service itself. */
export async function queries(trame: Trame): Promise<Figure[]> {
  const ids = await themeIds(trame);
  const through = { url: `${trame.urls.gateway}/graphql`, pid: trame.pidOf("gateway") };
  const direct = { url: `${trame.urls.projects}/graphql`, pid: trame.pidOf("projects") };
  const idOf = (count: number) => ids[count % ids.length];
  const typename = () => ({ query: "{ __typename }" });
  const one = (count: number) => ({ query: ONE_SERVICE, variables: { id: idOf(count) } });
  const five = (count: number) => ({
    query: FIVE_SERVICES,
    operationName: "FiveServices",
    variables: { theme: idOf(count) },
  });
  const varied = `${ids.length} thèmes à tour de rôle, 16 connexions, client sur la même machine`;
  const rows: Figure[] = [];
  rows.push(...(await load({ ...through, name: "__typename, passerelle", body: typename })));
  rows.push(...(await load({ ...direct, name: "__typename, service", body: typename })));
  rows.push(...(await load({ ...through, name: "un service, passerelle", body: one, note: varied })));
  rows.push(...(await load({ ...direct, name: "un service, service", body: one, note: varied })));
  rows.push(...(await load({ ...through, name: "cinq services, passerelle", body: five, note: varied })));
  return rows;
}

/** The demonstration's themes, or where there are none those that another measure has left. */
async function themeIds(trame: Trame): Promise<string[]> {
  const data = await graph(trame, "{ themes(first: 100) { nodes { id campaign { label } } } }");
  const { nodes } = data.themes as { nodes: { id: string; campaign: { label: string } }[] };
  const full = nodes.filter(({ campaign }) => campaign.label !== MEASURES);
  if (nodes.length === 0) throw new Error("no theme to ask for: the demonstration data are missing");
  return (full.length > 0 ? full : nodes).map(({ id }) => id);
}
