-- CreateTable
CREATE TABLE "saved_search" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "alert" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_search_personId_savedAt_idx" ON "saved_search"("personId", "savedAt");

-- CreateIndex
CREATE INDEX "saved_search_nextAt_idx" ON "saved_search"("nextAt");
