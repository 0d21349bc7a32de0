-- AlterTable
ALTER TABLE "training_module" ADD COLUMN     "audience" TEXT,
ADD COLUMN     "keywords" TEXT[],
ADD COLUMN     "validation" TEXT;
