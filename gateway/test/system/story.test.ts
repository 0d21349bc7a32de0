import { liveTheStory } from "./story.ts";
import { systemUnderTest } from "./trame.ts";

jest.setTimeout(600_000);

let system: Awaited<ReturnType<typeof systemUnderTest>>;

beforeAll(async () => {
  system = await systemUnderTest();
});
afterAll(() => system?.stop());

test("R17–R21, R24, R32, R34, R40, R43, R46, R50–R52, R54, R61, R62, R68, R71, R72, R87: the chain from the call to the newsletter, each step by its person and refused to the others, twice on the same data", async () => {
  await liveTheStory(system.world);
  await liveTheStory({ ...system.world, turn: "2031-2032" });
});
