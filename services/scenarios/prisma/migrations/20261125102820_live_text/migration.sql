-- AlterTable
ALTER TABLE "kept_text" ADD COLUMN     "writerIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "text_writer" (
    "scenarioId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "text_writer_pkey" PRIMARY KEY ("scenarioId","personId")
);

-- CreateTable
CREATE TABLE "live_document" (
    "scenarioId" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "settledSeq" BIGINT NOT NULL,

    CONSTRAINT "live_document_pkey" PRIMARY KEY ("scenarioId")
);

-- CreateTable
CREATE TABLE "live_update" (
    "seq" BIGSERIAL NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "update" BYTEA NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "live_update_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "live_update_scenarioId_seq_idx" ON "live_update"("scenarioId", "seq");
