-- CreateTable
CREATE TABLE "address_watch" (
    "scenarioId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "detail" TEXT NOT NULL DEFAULT '',
    "checkedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_watch_pkey" PRIMARY KEY ("scenarioId")
);

-- CreateIndex
CREATE INDEX "address_watch_nextAt_idx" ON "address_watch"("nextAt");
