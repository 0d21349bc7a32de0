-- CreateTable
CREATE TABLE "scenario" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "academyCodes" TEXT[],
    "disciplineCodes" TEXT[],
    "levels" TEXT[],
    "competences" TEXT[],
    "progressivity" TEXT,
    "progressivityRank" INTEGER NOT NULL,
    "authorIds" TEXT[],
    "authors" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "objectives" TEXT NOT NULL,
    "durationMinutes" INTEGER,
    "setting" TEXT NOT NULL,
    "tools" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "generalisation" TEXT NOT NULL,
    "licence" TEXT,
    "implementations" JSONB NOT NULL,
    "feedback" JSONB NOT NULL,
    "resources" JSONB NOT NULL,
    "digitalServices" JSONB NOT NULL,
    "openAddress" JSONB,
    "reviews" JSONB NOT NULL,
    "edubase" JSONB NOT NULL,
    "edubaseState" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "versions" JSONB NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "listedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawalReason" TEXT,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sequence" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sequence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept" (
    "uri" TEXT NOT NULL,
    "vocabulary" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "broader" TEXT,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "concept_pkey" PRIMARY KEY ("uri")
);

-- CreateTable
CREATE TABLE "vocabulary_file" (
    "vocabulary" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "vocabulary_file_pkey" PRIMARY KEY ("vocabulary")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "state" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "academy" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "sites" TEXT[],
    "successorCode" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "academy_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "academyCode" TEXT,
    "themeId" TEXT,
    "disciplineCode" TEXT,
    "implementsInClass" BOOLEAN NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "academyCode" TEXT,
    "establishment" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_slug_key" ON "scenario"("slug");

-- CreateIndex
CREATE INDEX "scenario_state_listedAt_id_idx" ON "scenario"("state", "listedAt", "id");

-- CreateIndex
CREATE INDEX "scenario_titleKey_id_idx" ON "scenario"("titleKey", "id");

-- CreateIndex
CREATE INDEX "scenario_themeId_state_idx" ON "scenario"("themeId", "state");

-- CreateIndex
CREATE INDEX "scenario_projectId_state_idx" ON "scenario"("projectId", "state");

-- CreateIndex
CREATE INDEX "scenario_academyCodes_idx" ON "scenario" USING GIN ("academyCodes");

-- CreateIndex
CREATE INDEX "scenario_disciplineCodes_idx" ON "scenario" USING GIN ("disciplineCodes");

-- CreateIndex
CREATE INDEX "scenario_authorIds_idx" ON "scenario" USING GIN ("authorIds");

-- CreateIndex
CREATE INDEX "sequence_sharedAt_id_idx" ON "sequence"("sharedAt", "id");

-- CreateIndex
CREATE INDEX "sequence_themeId_idx" ON "sequence"("themeId");

-- CreateIndex
CREATE INDEX "concept_vocabulary_rank_idx" ON "concept"("vocabulary", "rank");

-- CreateIndex
CREATE INDEX "concept_broader_idx" ON "concept"("broader");

-- CreateIndex
CREATE INDEX "mandate_personId_idx" ON "mandate"("personId");

-- CreateIndex
CREATE INDEX "mandate_themeId_academyCode_idx" ON "mandate"("themeId", "academyCode");
