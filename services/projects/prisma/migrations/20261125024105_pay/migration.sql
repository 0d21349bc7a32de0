-- CreateTable
CREATE TABLE "instalment" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "academyCode" TEXT NOT NULL,
    "schoolYear" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attested" JSONB,
    "ordered" JSONB,
    "paidOn" TEXT,
    "rejected" JSONB,

    CONSTRAINT "instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pay_line" (
    "instalmentId" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "nature" TEXT NOT NULL,
    "otherNature" TEXT,
    "measure" TEXT NOT NULL,
    "hundredths" INTEGER NOT NULL,

    CONSTRAINT "pay_line_pkey" PRIMARY KEY ("instalmentId","rank")
);

-- CreateTable
CREATE TABLE "envelope" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "academyCode" TEXT NOT NULL,
    "schoolYear" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "hundredths" INTEGER NOT NULL,

    CONSTRAINT "envelope_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "instalment_academyCode_schoolYear_idx" ON "instalment"("academyCode", "schoolYear");

-- CreateIndex
CREATE INDEX "instalment_campaignId_state_idx" ON "instalment"("campaignId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "instalment_projectId_schoolYear_number_key" ON "instalment"("projectId", "schoolYear", "number");

-- CreateIndex
CREATE INDEX "pay_line_personId_idx" ON "pay_line"("personId");

-- CreateIndex
CREATE INDEX "envelope_schoolYear_academyCode_idx" ON "envelope"("schoolYear", "academyCode");

-- AddForeignKey
ALTER TABLE "pay_line" ADD CONSTRAINT "pay_line_instalmentId_fkey" FOREIGN KEY ("instalmentId") REFERENCES "instalment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
