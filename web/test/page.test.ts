import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { away, descriptors, failedIn, failuresOf } from "../src/apollo/page.ts";
import { safeJson } from "../src/apollo/request.ts";
import { latestReference, referenced, tracedFetch } from "../src/apollo/traced-fetch.ts";

const failure = (path: string) => ({ path, code: "SERVICE_UNAVAILABLE", message: "" });

test("a part is missing when it failed, or something above or inside it did", () => {
  const failed = failedIn([failure("theme.meetings"), failure("theme.nationalGroup.seats.3.person")]);
  expect(failed("theme.meetings")).toBe(true);
  expect(failed("theme.meetings.nodes")).toBe(true);
  expect(failed("theme.nationalGroup")).toBe(true);
  expect(failed("theme.meetingQuotas")).toBe(false);
  expect(failed("theme.scenarios")).toBe(false);
});

test("when the gateway does not answer, everything is missing", () => {
  expect(failedIn(failuresOf(new Error("connect ECONNREFUSED")))("theme.meetings")).toBe(true);
  expect(failuresOf(undefined)).toEqual([]);
});

test("an error of the graph keeps its path and its code", () => {
  const error = new CombinedGraphQLErrors({
    errors: [{ message: "Non.", path: ["scenario", "authors", 0], extensions: { code: "FORBIDDEN" } }],
  });
  expect(failuresOf(error)).toEqual([{ path: "scenario.authors.0", code: "FORBIDDEN", message: "Non." }]);
});

test("the head names the one true address of the page", () => {
  const head = descriptors(
    { title: "Scénarios", canonical: "/scenarios", noindex: true },
    { origin: "https://exemple.fr", title: "Trame" },
    "/scenarios/",
  );
  expect(head).toContainEqual({ title: "Scénarios – Trame" });
  expect(head).toContainEqual({ tagName: "link", rel: "canonical", href: "https://exemple.fr/scenarios" });
  expect(head).toContainEqual({ name: "robots", content: "noindex" });
});

test("no text of the data can close the script that carries it", () => {
  const text = safeJson({ title: "</script><script>alert(1)//\u2028" });
  expect(text).not.toContain("</script>");
  expect(text).not.toContain("\u2028");
  expect(JSON.parse(text)).toEqual({ title: "</script><script>alert(1)//\u2028" });
});

test("what the browser reads by itself is found in the logs by the number that it was sent with", async () => {
  const seen: Headers[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = async (_, options) => {
    seen.push(new Headers(options?.headers));
    return new Response();
  };
  try {
    expect(latestReference()).toBeUndefined();
    const { reference, context } = referenced();
    await tracedFetch("/graphql", { headers: context.headers });
    await tracedFetch("/graphql");
    expect(seen.map((headers) => headers.get("x-request-id"))).toEqual([reference, null]);
    expect(reference).toMatch(/^[0-9a-f]{32}$/);
    expect(latestReference()).toBe(reference);
  } finally {
    globalThis.fetch = original;
  }
});

test("a page that its service could not give carries the number of the browser's reading, if there was one", () => {
  expect(away("0af7")).toMatchObject({ data: { reference: "0af7" }, init: { status: 503 } });
  expect(away(undefined)).toMatchObject({ data: null, init: { status: 503 } });
});
