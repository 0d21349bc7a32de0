-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "keepsGroup" BOOLEAN NOT NULL DEFAULT false;
