-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "specificationFile" JSONB;
