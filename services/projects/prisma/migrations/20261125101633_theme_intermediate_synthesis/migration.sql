-- AlterTable
ALTER TABLE "theme_readiness" ADD COLUMN     "intermediateAt" TIMESTAMPTZ(3);
