-- AlterTable
ALTER TABLE "edition" ADD COLUMN     "scheduledAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "bulk" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "editionId" TEXT,
ADD COLUMN     "subscriberId" TEXT;

-- AlterTable
ALTER TABLE "mandate" ADD COLUMN     "disciplineCode" TEXT;

-- CreateTable
CREATE TABLE "subscriber" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "otherFunction" TEXT,
    "academyCode" TEXT,
    "newsletterIds" TEXT[],
    "frequency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "bounces" INTEGER NOT NULL DEFAULT 0,
    "digestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_sending" (
    "editionId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "cursor" TEXT NOT NULL DEFAULT '',
    "queued" INTEGER NOT NULL DEFAULT 0,
    "wholeAt" TIMESTAMPTZ(3),
    "sent" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "uncertain" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "edition_sending_pkey" PRIMARY KEY ("editionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_email_key" ON "subscriber"("email");

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_token_key" ON "subscriber"("token");

-- CreateIndex
CREATE INDEX "subscriber_state_frequency_id_idx" ON "subscriber"("state", "frequency", "id");

-- CreateIndex
CREATE INDEX "subscriber_state_function_idx" ON "subscriber"("state", "function");

-- CreateIndex
CREATE INDEX "subscriber_requestedAt_id_idx" ON "subscriber"("requestedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mail_state_bulk_nextAttemptAt_id_idx" ON "mail"("state", "bulk", "nextAttemptAt", "id");

-- CreateIndex
CREATE INDEX "mail_subscriberId_idx" ON "mail"("subscriberId");

-- CreateIndex
CREATE INDEX "mail_editionId_state_idx" ON "mail"("editionId", "state");
