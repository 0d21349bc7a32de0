-- DropIndex
DROP INDEX "application_themeId_idx";

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "clonedFromId" UUID,
ADD COLUMN     "correction" JSONB,
ADD COLUMN     "degrees" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "inadmissible" JSONB,
ADD COLUMN     "pending" JSONB,
ADD COLUMN     "rank" DOUBLE PRECISION NOT NULL DEFAULT -1,
ADD COLUMN     "reviewCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reviewMean" DOUBLE PRECISION,
ADD COLUMN     "reviewMedian" DOUBLE PRECISION,
ADD COLUMN     "reviewSpread" DOUBLE PRECISION,
ADD COLUMN     "signatures" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "standing" TEXT NOT NULL DEFAULT 'DRAFT';

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "phase" TEXT,
ADD COLUMN     "phases" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "abandoned" JSONB,
ADD COLUMN     "scenarioMissingAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "continuesThemeId" UUID,
ADD COLUMN     "deadlineAt" TIMESTAMPTZ(3),
ADD COLUMN     "leadProposal" JSONB,
ADD COLUMN     "renewal" JSONB;

-- CreateTable
CREATE TABLE "reviewer" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "themeId" UUID,
    "personId" UUID NOT NULL,

    CONSTRAINT "reviewer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaignId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "comment" TEXT NOT NULL,
    "mark" DOUBLE PRECISION,
    "conflict" TEXT,
    "reason" TEXT,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_message" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reviewer_campaignId_themeId_idx" ON "reviewer"("campaignId", "themeId");

-- CreateIndex
CREATE INDEX "reviewer_personId_idx" ON "reviewer"("personId");

-- CreateIndex
CREATE INDEX "review_reviewerId_campaignId_idx" ON "review"("reviewerId", "campaignId");

-- CreateIndex
CREATE INDEX "review_campaignId_state_idx" ON "review"("campaignId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "review_applicationId_reviewerId_key" ON "review"("applicationId", "reviewerId");

-- CreateIndex
CREATE INDEX "application_message_applicationId_id_idx" ON "application_message"("applicationId", "id");

-- CreateIndex
CREATE INDEX "application_themeId_academyCode_idx" ON "application"("themeId", "academyCode");

-- CreateIndex
CREATE INDEX "application_campaignId_standing_idx" ON "application"("campaignId", "standing");

-- CreateIndex
CREATE INDEX "application_campaignId_rank_id_idx" ON "application"("campaignId", "rank", "id");

-- CreateIndex
CREATE INDEX "application_draftedAt_id_idx" ON "application"("draftedAt", "id");

-- CreateIndex
CREATE INDEX "application_titleKey_id_idx" ON "application"("titleKey", "id");

-- CreateIndex
CREATE INDEX "campaign_startsOn_id_idx" ON "campaign"("startsOn", "id");

-- CreateIndex
CREATE INDEX "mandate_personId_idx" ON "mandate"("personId");

-- CreateIndex
CREATE INDEX "project_campaignId_state_idx" ON "project"("campaignId", "state");

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_message" ADD CONSTRAINT "application_message_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is there already is as it was: decided meant published, and a team's degrees follow from its members.
UPDATE "application" SET
  "standing" = "state",
  "degrees" = coalesce((SELECT array_agg(DISTINCT member->>'degree') FROM jsonb_array_elements("members") AS members(member)), ARRAY[]::TEXT[]),
  "decision" = CASE WHEN "decision" IS NULL THEN NULL
    ELSE "decision" || jsonb_build_object('letter', '', 'publishedAt', "decision"->>'at') END;
UPDATE "campaign" SET "phase" = CASE WHEN "callClosed" THEN 'DECISION' ELSE 'CALL' END WHERE "callOpened";
