// Bundles one workspace: its own and the workspaces' source into dist/<entry>.js; packages from npm stay in node_modules.
import { existsSync } from "node:fs";
import { build } from "esbuild";

const entryPoints = Object.fromEntries(
  [
    ["main", "src/main.ts"],
    ["demo", "demo/main.ts"],
    ["republish", "src/republish.ts"],
    ["migrate", existsSync("prisma/migrations") ? "../kit/src/bin/migrate.ts" : ""],
  ].filter(([, file]) => existsSync(file)),
);
if (Object.keys(entryPoints).length > 0) {
  await build({
    entryPoints,
    outdir: "dist",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    legalComments: "none",
    plugins: [
      {
        name: "npm-packages-external",
        setup: (b) =>
          b.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === "entry-point" || path.startsWith("@trame/") ? undefined : { path, external: true },
          ),
      },
    ],
  });
}
