-- CreateTable
CREATE TABLE "meeting_action" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "meetingId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "projectId" TEXT,
    "academyCode" TEXT,
    "text" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "recordedById" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "closedReason" TEXT,
    "noticeId" TEXT NOT NULL,

    CONSTRAINT "meeting_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_action_themeId_level_idx" ON "meeting_action"("themeId", "level");

-- CreateIndex
CREATE INDEX "meeting_action_projectId_idx" ON "meeting_action"("projectId");

-- CreateIndex
CREATE INDEX "meeting_action_ownerId_state_idx" ON "meeting_action"("ownerId", "state");
