-- CreateTable
CREATE TABLE "kept_text" (
    "id" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_text_scenarioId_at_idx" ON "kept_text"("scenarioId", "at");

-- The last published version of each scenario still has its words, those of the versions before it were not kept.
insert into kept_text (id, "scenarioId", occasion, "versionNumber", text, "byId", at)
select md5('kept_text/' || s.id)::uuid::text, s.id,
       case when s."versionNumber" = 1 then 'PUBLISHED' else 'CORRECTED' end, s."versionNumber",
       jsonb_build_object(
         'title', s.title, 'summary', s.summary, 'disciplineCodes', s."disciplineCodes", 'levels', s.levels,
         'competences', s.competences, 'progressivity', s.progressivity, 'objectives', s.objectives,
         'durationMinutes', s."durationMinutes", 'setting', s.setting, 'tools', s.tools, 'course', s.course,
         'assessment', s.assessment, 'generalisation', s.generalisation, 'licence', s.licence),
       s.versions -> -1 ->> 'byId', (s.versions -> -1 ->> 'publishedAt')::timestamptz
  from scenario s
 where jsonb_array_length(s.versions) > 0;
