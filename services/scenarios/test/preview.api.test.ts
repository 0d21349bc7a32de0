import { ANONYMOUS } from "@trame/kit/actor";
import { claire, ian, karim, openScenarios, stranger } from "./examples.ts";

let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const create = async (actor: typeof claire, input: object) =>
  (
    await service.query(
      actor,
      `mutation ($input: CreatePreviewLinkInput!) { createPreviewLink(input: $input) {
        url previewLink { id active } scenario { previewLinks { id } } errors { kind code field } } }`,
      { input },
    )
  ).createPreviewLink;
const revoke = async (actor: typeof claire, previewLinkId: string) =>
  (
    await service.query(
      actor,
      "mutation ($input: RevokePreviewLinkInput!) { revokePreviewLink(input: $input) { errors { kind code } } }",
      { input: { previewLinkId } },
    )
  ).revokePreviewLink;
const read = async (url: string) =>
  (
    await service.query(
      ANONYMOUS,
      "query ($secret: String!) { previewedScenario(secret: $secret) { title state reviews { outcome } previewLinks { id } } }",
      { secret: url.split("/").at(-1) },
    )
  ).previewedScenario;

test("R58: a secret link shows a draft without an account, until it expires", async () => {
  const { id: scenarioId } = await service.writes(claire, "À montrer");
  const { url, previewLink } = await create(claire, { scenarioId, days: 3 });
  expect(url).toMatch(/^http:\/\/localhost:4000\/apercu\/[\w-]{32}$/);
  expect(await read(url)).toEqual({ title: "À montrer", state: "DRAFT", reviews: [], previewLinks: [] });
  expect(await read("/apercu/deviner")).toBeNull();

  const [kept] = await service.db.previewLink.findMany({ where: { id: previewLink.id } });
  expect(JSON.stringify(kept)).not.toContain(url.split("/").at(-1));
  service.setNow("2020-03-13T08:59:59Z");
  expect(await read(url)).not.toBeNull();
  service.setNow("2020-03-13T09:00:00Z");
  expect(await read(url)).toBeNull();
  service.setNow("2020-03-10T09:00:00Z");
});

test("R58: who writes the draft gives and revokes its links, nobody else", async () => {
  const { id: scenarioId } = await service.writes(claire, "À plusieurs");
  expect((await create(stranger, { scenarioId })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const { url, previewLink } = await create(karim, { scenarioId });
  expect((await revoke(stranger, previewLink.id)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await revoke(claire, previewLink.id)).errors).toEqual([]);
  expect((await revoke(claire, previewLink.id)).errors).toEqual([]);
  expect(await read(url)).toBeNull();
  expect((await create(claire, { scenarioId, days: 61 })).errors).toMatchObject([
    { code: "PREVIEW_DAYS", field: "days" },
  ]);
});

test("R58: what is public needs no link", async () => {
  const { id: scenarioId } = await service.review(claire, "Bientôt public");
  const { url } = await create(claire, { scenarioId });
  await service.must(ian, "publishScenario", { scenarioId });
  expect((await create(claire, { scenarioId })).errors).toMatchObject([{ code: "NO_PREVIEW" }]);
  expect(await read(url)).toMatchObject({ state: "PUBLISHED" });
});
