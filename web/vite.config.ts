import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { ownDocuments } from "./tools/documents.ts";
import { oneLanguage } from "./tools/language.ts";
import { lightDsfr } from "./tools/light-dsfr.ts";

const gateway = "http://127.0.0.1:4000";
const language = process.env.TRAME_LANGUAGE ?? "fr";

/** What most pages share travels as one file: forty small ones compress worse and cost a header each. */
const SHARED = [
  {
    name: "shared",
    test: /\/src\/(ui|apollo|texts|language)|\/react-dsfr\/(?!dsfr\/)|\/tsafe\/|\/@lingui\//,
    minShareCount: 12,
  },
];

export default defineConfig({
  plugins: [ownDocuments(), lightDsfr(), oneLanguage(language), reactRouter()],
  define: { "process.env.TRAME_LANGUAGE": JSON.stringify(language) },
  // react-dsfr is ESM without extensions nor "type": Node cannot load it, so the server bundle takes it in.
  ssr: { noExternal: ["@codegouvfr/react-dsfr", "tsafe"] },
  // Inlined SVG icons would triple the style sheet, and the CSP wants them from the origin.
  build: { assetsInlineLimit: 0 },
  environments: { client: { build: { rollupOptions: { output: { codeSplitting: { groups: SHARED } } } } } },
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
