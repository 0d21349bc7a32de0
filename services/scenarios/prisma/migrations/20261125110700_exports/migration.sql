-- CreateTable
CREATE TABLE "scenario_export" (
    "scenarioId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "size" INTEGER,

    CONSTRAINT "scenario_export_pkey" PRIMARY KEY ("scenarioId","format")
);

-- CreateTable
CREATE TABLE "preview_link" (
    "id" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "byId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "scenario_export_size_idx" ON "scenario_export"("size");

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_hash_key" ON "preview_link"("hash");

-- CreateIndex
CREATE INDEX "preview_link_scenarioId_idx" ON "preview_link"("scenarioId");
