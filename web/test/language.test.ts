import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { translated } from "../tools/language.ts";

const english: Record<string, string> = {
  Accueil: "Home",
  "Bonjour {name}": "Hello {name}",
  "Lire <0>la suite</0>": "Read <0>more</0>",
  "{n, plural, one {# scénario} other {# scénarios}}": "{n, plural, one {# scenario} other {# scenarios}}",
};

const inEnglish = (source: string) =>
  translated(source, "src/page.tsx", (_id, french) => compileMessageOrThrow(english[french] ?? french));

test("a text that fills nothing in becomes its translation, at module level too", async () => {
  const code = await inEnglish('import { t } from "@lingui/core/macro";\nexport const home = t`Accueil`;');
  expect(code).toContain('export const home = "Home";');
});

test("what is filled in and counted is compiled in the language of the build", async () => {
  const code = await inEnglish(
    `import { plural, t } from "@lingui/core/macro";
     export const hello = (name: string) => t\`Bonjour \${name}\`;
     export const many = (n: number) => plural(n, { one: "# scénario", other: "# scénarios" });`,
  );
  expect(code).toContain('["Hello ",["name"]]');
  expect(code).toContain('["#"," scenarios"]');
  expect(code).not.toContain("Bonjour");
});

test("a <Trans> that wraps nothing is its text", async () => {
  const code = await inEnglish(
    'import { Trans } from "@lingui/react/macro";\nexport const home = <h1><Trans>Accueil</Trans></h1>;',
  );
  expect(code).toContain('<h1><>{"Home"}</></h1>');
});

test("elements stay around their part of the sentence", async () => {
  const code = await inEnglish(
    'import { Trans } from "@lingui/react/macro";\nexport const more = <Trans>Lire <a href="/x">la suite</a></Trans>;',
  );
  expect(code).toContain('["Read <0>more</0>"]');
  expect(code).toContain('<a href="/x"/>');
});

test("what has no English stays French, and an object of the page that looks like a message stays as it is", async () => {
  const source =
    'import { t } from "@lingui/core/macro";\nexport const x = { id: "a", message: "Non" };\nt`Sans anglais`;';
  const code = await inEnglish(source);
  expect(code).toContain('"Sans anglais"');
  expect(code).toMatch(/id: "a",\s*message: "Non"/);
});
