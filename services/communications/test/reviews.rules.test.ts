import { Refusals } from "@trame/kit/refusal";
import { declareMaterial, type Material } from "../src/domain/material.ts";
import { type PriorWorkReview, recordLiterature, recordPriorWork } from "../src/domain/reviews.ts";
import { isWebAddress } from "../src/domain/texts.ts";
import { declareTrainingModule } from "../src/domain/training-module.ts";

const at = new Date("2019-08-28T08:00:00Z");
const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code, field }) => [code, field]);
    throw error;
  }
  return [];
};

const review: Omit<PriorWorkReview, "version"> = {
  id: "r",
  themeId: "t",
  authorId: "nadia",
  recordedAt: at,
  text: "Ce qui existe.",
  sources: [{ title: "Fiches", url: null, kind: "USAGE_AGENCY", otherKind: null }],
};

test("R50, R53: a review of existing work has a text and typed sources; another type is named", () => {
  expect(refused(() => recordPriorWork(review))).toEqual([]);
  expect(refused(() => recordPriorWork({ ...review, text: " ", sources: [] }))).toEqual([
    ["REQUIRED", "text"],
    ["NO_SOURCE", "sources"],
  ]);
  const other = { title: "Colloque", url: null, kind: "OTHER" as const, otherKind: null };
  expect(refused(() => recordPriorWork({ ...review, sources: [other] }))).toEqual([
    ["OTHER_NEEDS_LABEL", "sources.0.otherKind"],
  ]);
  expect(refused(() => recordPriorWork({ ...review, sources: [{ ...other, otherKind: "Actes" }] }))).toEqual([]);
});

test("R54: a review of the literature cites at least one reference", () => {
  const literature = { id: "l", themeId: "t", authorId: "nadia", recordedAt: at, text: "La recherche." };
  expect(refused(() => recordLiterature({ ...literature, references: ["  "] }))).toEqual([
    ["NO_REFERENCE", "references"],
  ]);
  expect(refused(() => recordLiterature({ ...literature, references: ["Une enquête"] }))).toEqual([]);
});

const material: Omit<Material, "version"> = {
  id: "m",
  level: "ACADEMIC",
  kind: "VIDEO",
  otherKind: null,
  title: "Capsule",
  description: "Trois minutes.",
  url: "https://tube.example.org/v",
  textAlternative: "Trois élèves devant une carte.",
  captioned: true,
  transcript: "",
  themeId: "t",
  projectId: "p",
  academyCode: null,
  authorId: "claire",
  publishedAt: at,
};
const project = { themeId: "t", academyCode: "14" };

test("R13: an academic material is a project's, a national one is not", () => {
  expect(refused(() => declareMaterial(material, project))).toEqual([]);
  expect(refused(() => declareMaterial(material, null))).toEqual([["PROJECT_NEEDED", "projectId"]]);
  expect(refused(() => declareMaterial({ ...material, level: "NATIONAL" }, project))).toEqual([
    ["NATIONAL_HAS_NO_PROJECT", "projectId"],
  ]);
  expect(refused(() => declareMaterial({ ...material, themeId: "other" }, project))).toEqual([
    ["PROJECT_OF_OTHER_THEME", "projectId"],
  ]);
});

test("R14, R67: the kind of a material is free, and another kind needs its label", () => {
  expect(refused(() => declareMaterial({ ...material, kind: "OTHER" }, project))).toEqual([
    ["OTHER_NEEDS_LABEL", "otherKind"],
  ]);
  expect(refused(() => declareMaterial({ ...material, kind: "OTHER", otherKind: "Affiche" }, project))).toEqual([]);
});

test("R15: a material has a text that stands in for it", () => {
  expect(refused(() => declareMaterial({ ...material, textAlternative: "" }, project))).toEqual([
    ["REQUIRED", "textAlternative"],
  ]);
});

test("R14: a film is captioned or has its transcript, a recording has its transcript", () => {
  const silent = { ...material, captioned: false };
  expect(refused(() => declareMaterial(silent, project))).toEqual([["CAPTIONS_OR_TRANSCRIPT_NEEDED", "transcript"]]);
  expect(refused(() => declareMaterial({ ...silent, transcript: "La voix dit…" }, project))).toEqual([]);
  expect(refused(() => declareMaterial({ ...material, kind: "AUDIO" }, project))).toEqual([
    ["CAPTIONS_OR_TRANSCRIPT_NEEDED", "transcript"],
  ]);
  expect(refused(() => declareMaterial({ ...silent, kind: "INFOGRAPHIC" }, project))).toEqual([]);
});

test("R16: a module is on M@gistère, a MOOC or another platform, which is named", () => {
  const module = {
    ...{ id: "x", title: "Module", description: "Court.", objectives: "Savoir.", url: "https://example.org/m" },
    ...{
      audience: null,
      validation: null,
      keywords: [],
      minutesInPerson: null,
      minutesRemote: 60,
      themeId: "t",
      projectId: null,
      academyCode: null,
    },
    ...{ authorId: "nadia", publishedAt: at, otherPlatform: null },
  };
  expect(refused(() => declareTrainingModule({ ...module, platform: "MOOC" }, null))).toEqual([]);
  expect(refused(() => declareTrainingModule({ ...module, platform: "OTHER", minutesRemote: -1 }, null))).toEqual([
    ["OTHER_NEEDS_LABEL", "otherPlatform"],
    ["DURATION_NEGATIVE", "minutesRemote"],
  ]);
});

test("only web addresses become links", () => {
  expect(["https://ac-rennes.fr/a", "http://x.fr"].every(isWebAddress)).toBe(true);
  expect(["javascript:alert(1)", "data:text/html,x", "//x.fr", "https://", "http://a b"].some(isWebAddress)).toBe(
    false,
  );
});
