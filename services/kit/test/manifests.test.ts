import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findKustomize, type Manifest, render } from "../dev/manifests/kustomize.ts";
import { edges, outside, podsOf } from "../dev/manifests/network.ts";
import { schemaErrors, unknownFields } from "../dev/manifests/schemas.ts";
import { PARTS, requiredOf, variablesOf } from "../dev/manifests/variables.ts";
import { root, SERVICES } from "../dev/programs.ts";
import { isCompacted, PARTITIONS } from "../src/event-log.ts";
import { describeWith } from "./needs.ts";

jest.setTimeout(120_000);

const found = findKustomize();
const OVERLAYS = ["local", "production"] as const;

interface Container {
  image: string;
  env?: { name: string; value?: string; valueFrom?: Record<string, { name: string; key: string; optional?: true }> }[];
  envFrom?: { configMapRef: { name: string } }[];
  ports?: { name: string; containerPort: number }[];
  securityContext?: object;
  [probe: `${string}Probe`]: { httpGet?: { path: string; port: string } };
}
interface PodSpec {
  containers: [Container];
  initContainers?: Container[];
  securityContext?: object;
  serviceAccountName?: string;
}

describeWith("Manifests of Kubernetes", "reason" in found ? found.reason : undefined, () => {
  const rendered = new Map<string, Manifest[]>();
  const required = new Map(PARTS.map((part) => [part, requiredOf(part)]));
  beforeAll(() => {
    if (!("command" in found)) return;
    for (const overlay of OVERLAYS) rendered.set(overlay, render(found, overlay));
  });
  const of = (overlay: string) => rendered.get(overlay) ?? [];
  const ofKind = (overlay: string, kind: string) => of(overlay).filter((one) => one.kind === kind);
  const podSpec = ({ spec }: Manifest) => (spec as { template: { spec: PodSpec } }).template.spec;
  const workloads = (overlay: string) =>
    of(overlay).filter(({ kind }) => ["Deployment", "StatefulSet", "Job"].includes(kind));
  const containersOf = (manifest: Manifest) => {
    const { containers, initContainers = [] } = podSpec(manifest);
    return [...initContainers, ...containers];
  };
  const deployment = (overlay: string, part: string) => {
    const one = ofKind(overlay, "Deployment").find(({ metadata }) => metadata.name === part);
    if (!one) throw new Error(`no Deployment ${part}`);
    return one;
  };
  const isOurs = ({ image }: Container) => /(^|\/)trame\//.test(image);

  describe.each(OVERLAYS)("%s", (overlay) => {
    test("is what the API's schemas allow, and holds no field that they do not know", () => {
      expect(of(overlay).flatMap(schemaErrors)).toEqual([]);
      expect(unknownFields(of(overlay))).toBe("");
    });

    test("gives every process what its configuration requires, and nothing that it does not read", () => {
      for (const part of PARTS) {
        const [{ env = [], envFrom = [] }] = podSpec(deployment(overlay, part)).containers;
        const maps = envFrom.map(({ configMapRef }) =>
          of(overlay).find(({ kind, metadata }) => kind === "ConfigMap" && metadata.name === configMapRef.name),
        );
        const named = env.map(({ name }) => name);
        const given = [...named, ...maps.flatMap((map) => Object.keys(map?.data ?? {})), "PORT", "HOST"];
        expect([part, required.get(part)?.filter((name) => !given.includes(name))]).toEqual([part, []]);
        // Those that DATABASE_URL is put together from.
        const own = named.filter((name) => !/^DATABASE_(USER|PASSWORD|HOST|OPTIONS|NAME)$/.test(name));
        expect([part, own.filter((name) => !variablesOf(part).includes(name))]).toEqual([part, []]);
      }
    });

    test("refers to no secret or setting that nobody makes", () => {
      const script = join(root, "services/kit/dev/tools/cluster-secrets.mjs");
      const outside = {
        SMTP_URL: "smtp://mail.example",
        MAIL_FROM: "Trame <trame@example.org>",
        MASTODON_TOKENS: "@lettre@mastodon.example=jeton",
      };
      const list = JSON.parse(execFileSync(process.execPath, [script], { env: outside, encoding: "utf8" })) as {
        items: (Manifest & { stringData: object })[];
      };
      const secrets = list.items.flatMap(({ metadata, stringData }) =>
        Object.keys(stringData).map((key) => `${metadata.name}/${key}`),
      );
      // Strimzi's, of a cluster and of its users.
      for (const { metadata } of ofKind(overlay, "Kafka")) secrets.push(`${metadata.name}-cluster-ca-cert/ca.crt`);
      for (const { metadata } of ofKind(overlay, "KafkaUser")) secrets.push(`${metadata.name}/password`);
      const settings = ofKind(overlay, "ConfigMap").flatMap(({ metadata, data = {} }) =>
        Object.keys(data).map((key) => `${metadata.name}/${key}`),
      );
      const sources = workloads(overlay)
        .flatMap(containersOf)
        .flatMap(({ env = [] }) => env.flatMap(({ valueFrom = {} }) => Object.entries(valueFrom)));
      const guarded = ofKind(overlay, "KafkaUser").length > 0;
      for (const [kind, { name, key, optional }] of sources) {
        if (optional && !guarded) continue;
        expect(kind === "secretKeyRef" ? secrets : settings).toContain(`${name}/${key}`);
      }
    });

    test("asks each part where it answers, on the port that its image opens", () => {
      const port = /^ENV PORT=(\d+)$/m.exec(readFileSync(join(root, "Dockerfile"), "utf8"))?.[1];
      for (const part of PARTS) {
        const [main] = podSpec(deployment(overlay, part)).containers;
        expect(main.ports).toEqual([{ name: "http", containerPort: Number(port) }]);
        const paths = ["startupProbe", "livenessProbe", "readinessProbe"] as const;
        expect(paths.map((probe) => main[probe]?.httpGet)).toEqual([
          { path: "/health/live", port: "http" },
          { path: "/health/live", port: "http" },
          { path: "/health/ready", port: "http" },
        ]);
      }
    });

    test("runs images that we build, at one version, and others at a version of theirs", () => {
      const images = [
        ...new Set(
          workloads(overlay)
            .flatMap(containersOf)
            .map(({ image }) => image),
        ),
      ];
      const ours = images.filter((image) => isOurs({ image }));
      expect(ours.map((image) => /trame\/(\w+):/.exec(image)?.[1]).sort()).toEqual([...PARTS].sort());
      expect(new Set(ours.map((image) => image.split(":")[1])).size).toBe(1);
      for (const image of images) expect(image).toMatch(/:[^:]+$/);
      expect(images.filter((image) => image.endsWith(":latest"))).toEqual([]);
    });

    test("lets nothing run as root, gain rights or, of ours, write where it is installed", () => {
      for (const workload of workloads(overlay)) {
        const { securityContext } = podSpec(workload);
        expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
        for (const container of containersOf(workload)) {
          expect(container.securityContext).toMatchObject({
            allowPrivilegeEscalation: false,
            capabilities: { drop: ["ALL"] },
            ...(isOurs(container) && { readOnlyRootFilesystem: true }),
          });
        }
      }
    });

    test("migrates before it rolls out: one Job of a version, and every server waits for it", () => {
      for (const service of SERVICES) {
        const job = ofKind(overlay, "Job").find(({ metadata }) => metadata.name.startsWith(`${service}-migrate-`));
        const [migration] = podSpec(job as Manifest).containers as [Container & { args: string[] }];
        expect(job?.metadata.name).toBe(`${service}-migrate-${migration.image.split(":")[1]}`);
        expect(migration.args).toEqual(["dist/migrate.js"]);
        expect(podSpec(deployment(overlay, service)).initContainers).toEqual([
          expect.objectContaining({ args: ["dist/migrate.js", "--wait"], image: migration.image }),
        ]);
      }
    });

    test("opens between pods exactly the ways that Trame needs", () => {
      const behind = SERVICES.flatMap((service) => [
        `gateway → ${service}:4000`,
        `${service} → postgres:5432`,
        `${service} → kafka:9092`,
        `${service}-migrate → postgres:5432`,
      ]);
      const local = overlay === "local" ? ["gateway → keycloak:8080"] : [];
      const needed = [...behind, ...local, "gateway → web:4000", "web → gateway:4000"];
      expect(edges(of(overlay), [4000, 5432, 9092, 8080])).toEqual(needed.sort());
    });

    test("lets out who has to leave: visits of open addresses, mail, and the identity provider", () => {
      const ways = podsOf(of(overlay)).map((pod) => [pod.name, outside(of(overlay), pod)] as const);
      const out = Object.fromEntries(ways.filter(([, addresses]) => addresses.length > 0));
      const anywhere = (...ports: number[]) => ports.map((port) => `0.0.0.0/0:${port}`);
      const operators = { postgres: anywhere(443, 6443), kafka: anywhere(443, 6443) };
      expect(out).toEqual({
        scenarios: [...anywhere(443, 80), "::/0:443", "::/0:80"],
        communications: [...anywhere(25, 443, 465, 587), "::/0:443"],
        ...(overlay === "production" && { gateway: anywhere(443), ...operators }),
      });
    });
  });

  test("production scales every part out, and keeps it while nodes are drained", () => {
    for (const part of PARTS) {
      for (const kind of ["HorizontalPodAutoscaler", "PodDisruptionBudget"]) {
        expect(ofKind("production", kind).map(({ metadata }) => metadata.name)).toContain(part);
      }
      expect(deployment("production", part).spec).not.toHaveProperty("replicas");
    }
  });

  test("Strimzi makes the topics that the services write, as they would make them", () => {
    const source = readFileSync(join(root, "proto-schemas/src/topics.ts"), "utf8");
    const known = [...source.matchAll(/"(traam\.[a-z-]+\.v\d+)"/g)].map(([, name]) => name);
    const made = ofKind("production", "KafkaTopic");
    expect(made.map(({ metadata }) => metadata.name).sort()).toEqual(known.sort());
    for (const { metadata, spec } of made) {
      const kept = isCompacted(metadata.name) ? { "cleanup.policy": "compact" } : { "retention.ms": -1 };
      expect(spec).toMatchObject({ partitions: PARTITIONS, config: kept });
    }
  });

  test("a role of PostgreSQL enters its own database only", () => {
    const [cluster] = ofKind("production", "Cluster");
    const names = SERVICES.map((name) => `trame_${name}`);
    const rules = [
      ...names.map((name) => `hostssl ${name} ${name} all scram-sha-256`),
      `host all ${names.join(",")} all reject`,
    ];
    expect(cluster?.spec).toMatchObject({ postgresql: { pg_hba: rules } });
  });

  test("the check itself finds a field that is misspelt and a value that is not allowed", () => {
    const [policy] = ofKind("local", "NetworkPolicy");
    const wrong = { ...policy, spec: { ...policy?.spec, ingres: [] } } as Manifest;
    expect(unknownFields([wrong])).toContain("ingres");
    const claim = { apiVersion: "v1", kind: "Service", metadata: { name: "x" }, spec: { type: "Nowhere" } };
    expect(schemaErrors(claim)).toEqual([expect.stringContaining("type")]);
  });
});

test("docs/deployment.md names every variable that a process reads, who reads it and whether it is required", () => {
  const page = readFileSync(join(root, "docs/deployment.md"), "utf8");
  const documented = [...page.matchAll(/^\| `([A-Z_0-9]+)` \| ([^|]+) \|/gm)].flatMap(([, name = "", readers = ""]) =>
    readers.split(",").flatMap((reader) => {
      const [who = ""] = reader.trim().split(" ");
      const parts = who === "all" ? PARTS : who === "services" ? SERVICES : [who];
      return parts.map((part) => `${part} ${name}${reader.includes("●") ? " ●" : ""}`);
    }),
  );
  const read = PARTS.flatMap((part) => {
    const required = requiredOf(part);
    return variablesOf(part).map((name) => `${part} ${name}${required.includes(name) ? " ●" : ""}`);
  });
  expect(documented.sort()).toEqual(read.sort());
});
