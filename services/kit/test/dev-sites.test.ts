import { answerFor } from "../dev/sites/pages.ts";

test("an open article answers with a page in French", () => {
  const { status, html } = answerFor("ac-rennes.fr", "svt/article/123");
  expect(status).toBe(200);
  expect(html).toContain('<html lang="fr">');
  expect(html).toContain("académie de Rennes");
  expect(html).toContain("svt");
});

test("a page of a digital workspace leads to a password form", () => {
  const { status, headers } = answerFor("ac-rennes.fr", "ent/cours/4");
  expect(status).toBe(302);
  const [host, ...path] = headers?.location?.split("?")[0]?.slice(1).split("/") ?? [];
  const login = answerFor(String(host), path.join("/"));
  expect(login.status).toBe(200);
  expect(login.html).toContain('type="password"');
});

test.each([
  ["prive/note", 401],
  ["absent/page", 404],
])("%s answers %i", (path, status) => {
  expect(answerFor("ac-rennes.fr", path).status).toBe(status);
});

test("a slow page is slow", () => {
  expect(answerFor("ac-rennes.fr", "lent/page").delayMs).toBeGreaterThan(5000);
});

test("an address cannot write into the page", () => {
  expect(answerFor("ac-rennes.fr", "<script>/1").html).not.toContain("<script>");
});
