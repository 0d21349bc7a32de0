-- CreateTable
CREATE TABLE "notice_proof" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "noticeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "mailId" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "notice_proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_proof_mailId_key" ON "notice_proof"("mailId");

-- CreateIndex
CREATE INDEX "notice_proof_personId_idx" ON "notice_proof"("personId");
