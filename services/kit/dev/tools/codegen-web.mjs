// The client preset without the CLI of graphql-codegen: checks the graphql(`…`) documents of web/src against src/gen/api.graphql. Runs in web/.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { gqlPluckFromCodeStringSync } from "@graphql-tools/graphql-tag-pluck";
import { buildSchema, concatAST, NoUnusedFragmentsRule, parse, Source, specifiedRules, validate } from "graphql";

const schemaAst = buildSchema(readFileSync("src/gen/api.graphql", "utf8"));
const schema = parse(readFileSync("src/gen/api.graphql", "utf8"));
const documents = readdirSync("src", { recursive: true })
  .map((name) => join("src", name))
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("src/gen/"))
  .sort()
  .flatMap((location) =>
    gqlPluckFromCodeStringSync(location, readFileSync(location, "utf8"), {
      globalGqlIdentifierName: "graphql",
      skipIndent: true,
    }).map(({ body }) => ({ location, rawSDL: body, document: parse(new Source(body, location)) })),
  );
// Together, since a document may spread the fragments of another file.
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
const [fault] = validate(schemaAst, concatAST(documents.map(({ document }) => document)), rules);
if (fault) throw new Error(`${fault.source?.name ?? ""}: ${fault.message}`);
mkdirSync("src/gen", { recursive: true });
const sections = await preset.buildGeneratesSection({
  baseOutputDir: "src/gen/",
  schema,
  schemaAst,
  documents,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    scalars: { DateTime: "string", Date: "string" },
    importExtension: ".ts",
  },
  presetConfig: { fragmentMasking: false },
  plugins: [],
  pluginMap: {},
  pluginContext: {},
  profiler: { run: async (fn) => fn(), collect: () => [] },
});
for (const section of sections) writeFileSync(section.filename, await codegen(section));
