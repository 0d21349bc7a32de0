import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { ownDocuments } from "./tools/documents.ts";

const gateway = "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [ownDocuments(), reactRouter()],
  // react-dsfr is ESM without extensions nor "type": Node cannot load it, so the server bundle takes it in.
  ssr: { noExternal: ["@codegouvfr/react-dsfr", "tsafe"] },
  // Inlined SVG icons would triple the style sheet, and the CSP wants them from the origin.
  build: { assetsInlineLimit: 0 },
  // Found at the first page otherwise, one after the other, each time with a reload.
  optimizeDeps: { entries: ["src/**/*.{ts,tsx}"] },
  server: {
    host: "127.0.0.1",
    port: 4020,
    proxy: Object.fromEntries(["/graphql", "/auth", "/lettres/", "/feeds"].map((path) => [path, gateway])),
  },
});
