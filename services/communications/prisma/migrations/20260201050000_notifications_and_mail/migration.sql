-- AlterTable
ALTER TABLE "academy" ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "academyCode" TEXT,
ADD COLUMN     "email" TEXT;

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "noticeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "digestAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "digest_hour" (
    "personId" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,

    CONSTRAINT "digest_hour_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "unsubscribe_token" (
    "token" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "unsubscribe_token_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "address" TEXT,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erased_person" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_personId_issuedAt_id_idx" ON "notification"("personId", "issuedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notification_noticeId_idx" ON "notification"("noticeId");

-- CreateIndex
CREATE INDEX "notification_about_idx" ON "notification"("about");

-- CreateIndex
CREATE INDEX "notification_digestAt_idx" ON "notification"("digestAt");

-- CreateIndex
CREATE INDEX "notification_issuedAt_idx" ON "notification"("issuedAt");

-- CreateIndex
CREATE UNIQUE INDEX "unsubscribe_token_personId_kind_key" ON "unsubscribe_token"("personId", "kind");

-- CreateIndex
CREATE INDEX "mail_state_nextAttemptAt_idx" ON "mail"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "mail_personId_idx" ON "mail"("personId");

-- CreateIndex
CREATE INDEX "mandate_themeId_idx" ON "mandate"("themeId");
