-- CreateTable
CREATE TABLE "social_post" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "publicationId" TEXT NOT NULL,
    "publicationVersion" INTEGER NOT NULL,
    "channelId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "wish" TEXT NOT NULL,
    "scheduledAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "claimedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "statusId" TEXT,
    "url" TEXT,
    "answer" TEXT,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "postedAt" TIMESTAMPTZ(3),

    CONSTRAINT "social_post_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "social_post_publicationId_idx" ON "social_post"("publicationId");

-- CreateIndex
CREATE INDEX "social_post_state_nextAttemptAt_idx" ON "social_post"("state", "nextAttemptAt");
