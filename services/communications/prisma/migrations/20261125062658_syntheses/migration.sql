-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "axes" TEXT[],
ADD COLUMN     "durationYears" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "endsOn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "questions" TEXT[],
ADD COLUMN     "startsOn" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "synthesis" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "facts" JSONB,
    "foreword" JSONB,
    "signatures" JSONB NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "distributedAt" TIMESTAMPTZ(3),

    CONSTRAINT "synthesis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "synthesis_copy" (
    "id" TEXT NOT NULL,
    "synthesisId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "personId" TEXT,
    "academyCode" TEXT,
    "name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "mailId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "receipt" TEXT,

    CONSTRAINT "synthesis_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution" (
    "code" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "scenario" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "academyCodes" TEXT[],
    "disciplineCodes" TEXT[],
    "state" TEXT NOT NULL,
    "edubaseState" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_echo" (
    "id" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "scenario_echo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "synthesis_themeId_kind_key" ON "synthesis"("themeId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "synthesis_copy_token_key" ON "synthesis_copy"("token");

-- CreateIndex
CREATE UNIQUE INDEX "synthesis_copy_mailId_key" ON "synthesis_copy"("mailId");

-- CreateIndex
CREATE INDEX "synthesis_copy_synthesisId_idx" ON "synthesis_copy"("synthesisId");

-- CreateIndex
CREATE INDEX "synthesis_copy_personId_idx" ON "synthesis_copy"("personId");

-- CreateIndex
CREATE INDEX "scenario_themeId_idx" ON "scenario"("themeId");

-- CreateIndex
CREATE INDEX "scenario_projectId_idx" ON "scenario"("projectId");

-- CreateIndex
CREATE INDEX "scenario_echo_themeId_idx" ON "scenario_echo"("themeId");

-- CreateIndex
CREATE INDEX "meeting_themeId_idx" ON "meeting"("themeId");
