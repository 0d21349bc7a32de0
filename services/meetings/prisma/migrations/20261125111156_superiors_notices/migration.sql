-- CreateTable
CREATE TABLE "superiors_notice" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT,
    "addressed" JSONB NOT NULL,

    CONSTRAINT "superiors_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_delivery" (
    "noticeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("noticeId","personId")
);

-- CreateIndex
CREATE INDEX "superiors_notice_meetingId_idx" ON "superiors_notice"("meetingId");
