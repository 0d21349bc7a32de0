-- AlterTable
ALTER TABLE "edition_item" ADD COLUMN     "piece" JSONB,
ALTER COLUMN "publicationId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "letter_image" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_image_pkey" PRIMARY KEY ("id")
);
