import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { measureProcess, registry } from "../src/metrics.ts";

const root = join(__dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

const rules = (
  parse(read("k8s/monitoring/alerts.yaml")) as { spec: { groups: { rules: Rule[] }[] } }
).spec.groups.flatMap((group) => group.rules);

/** What processes expose, histograms with what Prometheus makes of them, and what Prometheus adds. */
function exposedMetrics(): Set<string> {
  measureProcess();
  const names = new Set(["up"]);
  for (const { name, type } of registry.getMetricsAsArray()) {
    names.add(name);
    if (String(type) === "histogram") for (const part of ["bucket", "count", "sum"]) names.add(`${name}_${part}`);
  }
  for (const [, name = ""] of read("gateway/src/operation.ts").matchAll(/name: "(trame_\w+)"/g)) names.add(name);
  return names;
}

const LANGUAGE = /^(sum|max|min|rate|topk|histogram_quantile|by|or|and|unless|on|e\d+)$/;

/** The metrics of a PromQL expression: what is left without labels, durations and the language's own words. */
function metricsIn(expr: string): string[] {
  const bare = expr
    .replace(/\{[^}]*\}/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\bby\s*\([^)]*\)/g, "")
    .replace(/\b\d[\w.]*/g, "");
  return [...bare.matchAll(/[A-Za-z_]\w*/g)].map(([name]) => name).filter((name) => !LANGUAGE.test(name));
}

test("the portal's server gives its figures the names that the others give", () => {
  const names = [...read("web/telemetry.mjs").matchAll(/name: "(trame_\w+)"/g)].map(([, name = ""]) => name);
  expect(names).not.toEqual([]);
  for (const name of names) expect(exposedMetrics()).toContain(name);
});

test("every alert asks for what is exposed, says how grave it is, and for how long", () => {
  const exposed = exposedMetrics();
  for (const { alert, expr, for: lasting, labels } of rules) {
    const asked = metricsIn(expr);
    expect([alert, asked.length > 0, asked.filter((name) => !exposed.has(name))]).toEqual([alert, true, []]);
    expect(labels.severity).toMatch(/^(warning|critical)$/);
    expect(lasting).toMatch(/^\d+m$/);
  }
});

test("every alert has its page, which says what it means and what to do, and every page its alert", () => {
  const pages = readdirSync(join(root, "docs/runbooks/alerts")).map((file) => `docs/runbooks/alerts/${file}`);
  expect(rules.map(({ annotations }) => annotations.runbook).sort()).toEqual(pages.sort());
  for (const { alert, expr, annotations } of rules) {
    const page = read(annotations.runbook);
    expect(page.split("\n")[0]).toBe(`# ${alert}`);
    expect(page).toContain(`\`${expr}\``);
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      "What it means",
      "What people notice",
      "What to look at",
      "What to do",
      "When it is over",
    ]);
  }
});

test.each(["service", "events"])("every panel of the dashboard %s shows what is exposed", (name) => {
  const exposed = exposedMetrics();
  const { panels } = JSON.parse(read(`k8s/monitoring/${name}.json`)) as Dashboard;
  const unknown = panels.flatMap(({ title, targets }) =>
    targets.flatMap(({ expr }) =>
      metricsIn(expr)
        .filter((metric) => !exposed.has(metric))
        .map((metric) => `${title}: ${metric}`),
    ),
  );
  expect(unknown).toEqual([]);
  expect(panels.every(({ targets }) => targets.length > 0)).toBe(true);
});

test("what a page of an alert tells to look at is exposed too", () => {
  const exposed = exposedMetrics();
  const named = rules.flatMap(({ annotations }) => [
    ...read(annotations.runbook).matchAll(/\b(?:trame|process|nodejs)_\w+/g),
  ]);
  const unknown = named
    .map(([name]) => name)
    .filter(
      (name) =>
        !exposed.has(name) && !/^trame_(part|projects|people|scenarios|meetings|communications|events)$/.test(name),
    );
  expect(unknown).toEqual([]);
});
