import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { ownDocuments } from "./tools/documents.ts";
import { oneLanguage } from "./tools/language.ts";
import { lightDsfr } from "./tools/light-dsfr.ts";

const gateway = "http://127.0.0.1:4000";
const language = process.env.TRAME_LANGUAGE ?? "fr";

/** What every page starts with: header, footer, its data, and what most pages show. */
const FRAME = [
  "/src/(apollo/|brand|language|texts|features/reports/address)",
  "/src/ui/(Shell|DisplaySettings|ClockControl|ErrorPage|InlineScript|navigation|site|dsfr|lightDsfr)\\.",
  "/src/ui/(Page|Section|Prose|Facts|Figures|Time|French|Empty|Named|Unavailable|TableFrame|StateBadge)\\.",
  "/src/ui/(FilterPills|filters|dates|labels|plural)\\.",
  "/src/routes/parts/(EditionItem|ParticipationFigures|Productions|ScenarioItem)\\.",
  "/react-dsfr/(start|link|i18n|useIsDark|zz_internal|mui|tools/)",
  "/react-dsfr/(Header|Footer|MainNavigation|Modal|SkipLinks|SearchBar|Display|Breadcrumb|Button|Badge|Select)",
  "/tsafe/|vite/preload-helper",
];

/** What pages share travels in few files: forty small ones compress worse and cost a header each. */
const GROUPS = [
  {
    name: "libraries",
    test: /\/node_modules\/(react|react-dom|scheduler|react-router|@apollo|graphql|rxjs|tslib|optimism|@wry|@lingui)\//,
    priority: 4,
  },
  { name: "frame", test: new RegExp(FRAME.join("|")), priority: 3 },
  {
    name: "lists",
    test: /\/src\/ui\/(list\/|Pager|trail|search)|\/react-dsfr\/(Input|Checkbox|RadioButtons|Alert|shared\/)/,
    priority: 2,
  },
  { name: "forms", test: /\/src\/ui|\/react-dsfr\/(?!dsfr\/)/, minShareCount: 12, priority: 1 },
];

export default defineConfig({
  plugins: [ownDocuments(), lightDsfr(), oneLanguage(language), reactRouter()],
  define: { "process.env.TRAME_LANGUAGE": JSON.stringify(language) },
  // react-dsfr is ESM without extensions nor "type": Node cannot load it, so the server bundle takes it in.
  ssr: { noExternal: ["@codegouvfr/react-dsfr", "tsafe"] },
  // Inlined SVG icons would triple the style sheet, and the CSP wants them from the origin.
  build: { assetsInlineLimit: 0 },
  environments: { client: { build: { rollupOptions: { output: { codeSplitting: { groups: GROUPS } } } } } },
  // Found at the first page otherwise, one after the other, each time with a reload.
  optimizeDeps: { entries: ["src/**/*.{ts,tsx}"] },
  server: {
    host: "127.0.0.1",
    port: 4020,
    proxy: {
      ...Object.fromEntries(["/graphql", "/auth", "/lettres/", "/feeds"].map((path) => [path, gateway])),
      "/collab": { target: gateway, ws: true },
    },
  },
});
