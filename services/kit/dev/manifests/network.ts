import type { Manifest } from "./kustomize.ts";

type Labels = Record<string, string>;

interface Selector {
  matchLabels?: Labels;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string; except?: string[] };
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { port: number }[];
}

interface Policy {
  podSelector: Selector;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

export interface Pod {
  name: string;
  labels: Labels;
}

/** The pods that workloads make, and those that the operators would. */
export function podsOf(manifests: Manifest[]): Pod[] {
  return manifests.flatMap(({ kind, metadata, spec }) => {
    const { template, inheritedMetadata } = (spec ?? {}) as {
      template?: { metadata?: { labels: Labels }; pod?: { metadata: { labels: Labels } } };
      inheritedMetadata?: { labels: Labels };
    };
    if (kind === "KafkaNodePool") {
      const cluster = { "strimzi.io/cluster": metadata.labels?.["strimzi.io/cluster"] ?? "" };
      return [{ name: "kafka", labels: { ...cluster, ...template?.pod?.metadata.labels } }];
    }
    if (kind === "Cluster") return [{ name: "postgres", labels: inheritedMetadata?.labels ?? {} }];
    const labels = template?.metadata?.labels;
    return labels ? [{ name: kind === "Job" ? metadata.name.replace(/-[^-]*$/, "") : metadata.name, labels }] : [];
  });
}

/** "from → to:port" for every pair of different pods that the policies let talk. */
export function edges(manifests: Manifest[], ports: number[]): string[] {
  const pods = podsOf(manifests);
  const policies = policiesOf(manifests);
  return pods
    .flatMap((from) =>
      pods.flatMap((to) =>
        ports
          .filter(
            (port) =>
              from !== to && allows(policies, "Egress", from, to, port) && allows(policies, "Ingress", to, from, port),
          )
          .map((port) => `${from.name} → ${to.name}:${port}`),
      ),
    )
    .sort();
}

/** Where a pod may go outside the cluster: "address:port". */
export function outside(manifests: Manifest[], pod: Pod): string[] {
  return policiesOf(manifests)
    .filter(({ podSelector }) => selects(podSelector, pod.labels))
    .flatMap(({ egress = [] }) => egress)
    .flatMap(({ to = [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports = [] }) =>
      to.flatMap(({ ipBlock }) => (ipBlock ? ports.map(({ port }) => `${ipBlock.cidr}:${port}`) : [])),
    )
    .sort();
}

const policiesOf = (manifests: Manifest[]) =>
  manifests.filter(({ kind }) => kind === "NetworkPolicy").map(({ spec }) => spec as unknown as Policy);

/** A pod that no policy selects may do everything; one that is selected may do what one of them says. */
function allows(policies: Policy[], type: "Ingress" | "Egress", pod: Pod, other: Pod, port: number): boolean {
  const about = policies.filter((one) => one.policyTypes.includes(type) && selects(one.podSelector, pod.labels));
  if (about.length === 0) return true;
  const rules = about.flatMap((one) => (type === "Ingress" ? one.ingress : one.egress) ?? []);
  return rules.some((rule) => {
    const peers = type === "Ingress" ? rule.from : rule.to;
    const portFits = !rule.ports || rule.ports.some((one) => one.port === port);
    return portFits && (!peers || peers.some((peer) => isPod(peer, other)));
  });
}

/** Selectors of other namespaces and addresses are never one of ours. */
const isPod = ({ podSelector, namespaceSelector, ipBlock }: Peer, { labels }: Pod) =>
  !namespaceSelector && !ipBlock && podSelector !== undefined && selects(podSelector, labels);

function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  if (matchExpressions.some(({ operator }) => operator !== "In")) throw new Error("only In is known here");
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, values = [] }) => values.includes(labels[key] ?? ""))
  );
}
