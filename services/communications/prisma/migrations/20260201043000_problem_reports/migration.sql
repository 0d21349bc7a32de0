-- CreateTable
CREATE TABLE "problem_report" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT,
    "contact" TEXT,
    "reporterId" TEXT,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "problem_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "problem_report_reportedAt_id_idx" ON "problem_report"("reportedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "problem_report_reporterId_reportedAt_idx" ON "problem_report"("reporterId", "reportedAt");
