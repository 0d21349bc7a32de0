-- CreateTable
CREATE TABLE "date_poll" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "meetingId" TEXT NOT NULL,
    "openedById" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "options" JSONB NOT NULL,
    "invitedIds" TEXT[],
    "votes" JSONB NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "chosenId" TEXT,

    CONSTRAINT "date_poll_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "date_poll_meetingId_idx" ON "date_poll"("meetingId");

-- CreateIndex
CREATE INDEX "date_poll_invitedIds_idx" ON "date_poll" USING GIN ("invitedIds");
