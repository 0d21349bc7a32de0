-- AlterTable
ALTER TABLE "scenario" ADD COLUMN     "adaptedFromId" TEXT,
ADD COLUMN     "origins" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "scenario_adaptedFromId_idx" ON "scenario"("adaptedFromId");

-- What is public already is weighed too.
INSERT INTO "scenario_export" ("scenarioId", "format")
SELECT s."id", f."format" FROM "scenario" s CROSS JOIN (VALUES ('PDF'), ('ODT'), ('MARKDOWN'), ('ZIP')) AS f("format")
 WHERE s."state" = 'PUBLISHED'
ON CONFLICT DO NOTHING;
