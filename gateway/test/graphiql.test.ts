import { createHash } from "node:crypto";
import { openStage, type Stage } from "./harness.ts";

describe("GraphiQL", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  test("is one French page with our examples that loads nothing from outside", async () => {
    const response = await stage.get("/graphiql");
    const html = await response.text();
    const beforeScript = html.slice(0, html.indexOf("<script>"));
    const policy = String(response.headers.get("content-security-policy"));
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    for (const name of ["FiveServices", "Scenarios", "Participation", "SubmitApplication"])
      expect(html).toContain(name);
    expect(html.match(/<script/g)?.length).toBe(html.match(/<script>/g)?.length);
    expect(beforeScript).not.toMatch(/<link[^>]+href="(?!data:)|@import|url\((?!["']?data:)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
    const script = html.slice(html.indexOf("<script>") + 8, html.lastIndexOf("</script>"));
    expect(policy).toContain(createHash("sha256").update(script).digest("base64"));
  });

  test("is not sent again while it is unchanged", async () => {
    const etag = String((await stage.get("/graphiql")).headers.get("etag"));
    expect((await stage.get("/graphiql", { "if-none-match": etag })).status).toBe(304);
  });
});
