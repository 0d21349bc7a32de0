-- AlterTable
ALTER TABLE "material" ADD COLUMN     "captioned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "transcript" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "training_module" ADD COLUMN     "publicationIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
