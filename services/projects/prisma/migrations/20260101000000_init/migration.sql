-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "callOpensAt" TIMESTAMPTZ(3) NOT NULL,
    "callClosesAt" TIMESTAMPTZ(3) NOT NULL,
    "callOpened" BOOLEAN NOT NULL,
    "callClosed" BOOLEAN NOT NULL,
    "target" INTEGER NOT NULL,
    "specificationUrl" TEXT,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaignId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "questions" TEXT[],
    "axes" TEXT[],
    "kind" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "durationYears" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "borrowedFrom" TEXT,
    "agreedById" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "agreementNote" TEXT,
    "milestones" JSONB NOT NULL,
    "leadAcademyCode" TEXT,
    "leadAcademyReason" TEXT,
    "launchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaignId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "academyCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "objectives" TEXT NOT NULL,
    "levels" TEXT NOT NULL,
    "tools" TEXT NOT NULL,
    "sharing" TEXT NOT NULL,
    "durationYears" INTEGER NOT NULL,
    "meetingCommitment" BOOLEAN NOT NULL,
    "referentId" UUID,
    "pilotId" UUID,
    "cardieId" UUID,
    "members" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedById" UUID,
    "decision" JSONB,
    "projectId" UUID,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "applicationId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "academyCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "groupComplete" BOOLEAN NOT NULL,
    "engagedAt" TIMESTAMPTZ(3),
    "publishedScenarioCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "transversal" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "academy" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
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
    "departement" TEXT,
    "degree" TEXT,
    "track" TEXT,
    "implementsInClass" BOOLEAN NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_readiness" (
    "themeId" UUID NOT NULL,
    "groupComplete" BOOLEAN NOT NULL DEFAULT false,
    "groupGaps" JSONB NOT NULL DEFAULT '[]',
    "groupVersion" INTEGER NOT NULL DEFAULT 0,
    "priorWorkAt" TIMESTAMPTZ(3),
    "literatureAt" TIMESTAMPTZ(3),

    CONSTRAINT "theme_readiness_pkey" PRIMARY KEY ("themeId")
);

-- CreateTable
CREATE TABLE "published_scenario" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "published_scenario_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_label_key" ON "campaign"("label");

-- CreateIndex
CREATE INDEX "theme_campaignId_idx" ON "theme"("campaignId");

-- CreateIndex
CREATE INDEX "theme_titleKey_id_idx" ON "theme"("titleKey", "id");

-- CreateIndex
CREATE INDEX "application_themeId_idx" ON "application"("themeId");

-- CreateIndex
CREATE INDEX "application_academyCode_idx" ON "application"("academyCode");

-- CreateIndex
CREATE INDEX "application_campaignId_state_idx" ON "application"("campaignId", "state");

-- CreateIndex
CREATE INDEX "project_themeId_idx" ON "project"("themeId");

-- CreateIndex
CREATE INDEX "project_academyCode_idx" ON "project"("academyCode");

-- CreateIndex
CREATE INDEX "project_titleKey_id_idx" ON "project"("titleKey", "id");

-- CreateIndex
CREATE INDEX "mandate_role_academyCode_idx" ON "mandate"("role", "academyCode");

-- CreateIndex
CREATE INDEX "published_scenario_projectId_idx" ON "published_scenario"("projectId");
