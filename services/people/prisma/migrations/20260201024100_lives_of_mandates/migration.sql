-- AlterTable
ALTER TABLE "mandate" ADD COLUMN     "answerBy" TEXT,
ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "givenAt" TIMESTAMPTZ(3),
ADD COLUMN     "givenById" UUID,
ADD COLUMN     "successorId" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "emailKey" TEXT,
ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recordedOn" TEXT;

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" TEXT,
    "keepsAuthorship" BOOLEAN NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "receipt" TEXT NOT NULL,
    "acknowledgements" JSONB NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_link" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "givenById" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "claim_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "groupId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "contact" TEXT,
    "endedOn" TEXT,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "retentionYears" INTEGER NOT NULL,
    "retentionNoticeDays" INTEGER NOT NULL,
    "invitationDays" INTEGER NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "erasure_receipt_key" ON "erasure"("receipt");

-- CreateIndex
CREATE INDEX "erasure_personId_idx" ON "erasure"("personId");

-- CreateIndex
CREATE INDEX "erasure_state_askedAt_idx" ON "erasure"("state", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "claim_link_token_key" ON "claim_link"("token");

-- CreateIndex
CREATE INDEX "claim_link_personId_idx" ON "claim_link"("personId");

-- CreateIndex
CREATE INDEX "correction_personId_idx" ON "correction"("personId");

-- CreateIndex
CREATE INDEX "partner_groupId_idx" ON "partner"("groupId");

-- CreateIndex
CREATE INDEX "mandate_successorId_idx" ON "mandate"("successorId");

-- CreateIndex
CREATE INDEX "person_emailKey_idx" ON "person"("emailKey");
