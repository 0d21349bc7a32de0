import { accountsFor, changesOf, isLeaving, stands } from "../src/features/communications/posts.ts";

const post = (
  state: Parameters<typeof stands>[0]["state"],
  url: string | null = null,
  answer: string | null = null,
) => ({
  ...{ state, url, answer, channel: { id: "lettre" } },
});
const accounts = [
  { id: "lettre", canPost: true },
  { id: "svt", canPost: true },
  { id: "twitter", canPost: false },
];
const open = (...posts: ReturnType<typeof post>[]) => accountsFor(accounts, posts).map(({ id }) => id);

test("R73: a publication is posted once on each account whose token is known", () => {
  expect(open()).toEqual(["lettre", "svt"]);
  expect(open(post("QUEUED"))).toEqual(["svt"]);
  expect(open(post("POSTED", "https://m.example/1"), post("CANCELLED"))).toEqual(["svt"]);
  expect(open(post("FAILED"), post("DELETED", "https://m.example/1"))).toEqual(["lettre", "svt"]);
});

test("a message whose correction failed still stands on its account", () => {
  expect(stands(post("FAILED", "https://m.example/1"))).toBe(true);
});

test("H8: what was posted of a withdrawn publication is only taken off", () => {
  expect(changesOf(post("POSTED", "https://m.example/1"), "WITHDRAWN")).toEqual({
    edit: false,
    retry: false,
    remove: true,
  });
  expect(changesOf(post("POSTED", "https://m.example/1"), "PUBLISHED")).toMatchObject({ edit: true, remove: true });
  expect(changesOf(post("FAILED"), "PUBLISHED")).toEqual({ edit: true, retry: true, remove: true });
  expect(changesOf(post("SENDING"), "PUBLISHED")).toEqual({ edit: false, retry: false, remove: false });
  expect(changesOf(post("DELETED", "https://m.example/1"), "WITHDRAWN").remove).toBe(false);
});

test("the page is read again while a message leaves, and not while it waits for hours", () => {
  expect(isLeaving(post("QUEUED"))).toBe(true);
  expect(isLeaving(post("SENDING"))).toBe(true);
  expect(isLeaving(post("QUEUED", null, "Le serveur est en panne (réponse 503)."))).toBe(false);
  expect(isLeaving(post("SCHEDULED"))).toBe(false);
});
