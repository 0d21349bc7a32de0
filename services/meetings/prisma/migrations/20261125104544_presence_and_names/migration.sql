-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "checkIn" JSONB,
ADD COLUMN     "presenceChanges" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "displayName" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_try" (
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "check_in_try_pkey" PRIMARY KEY ("meetingId","personId")
);
