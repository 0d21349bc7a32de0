-- CreateTable
CREATE TABLE "meeting" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "projectId" TEXT,
    "academyCode" TEXT,
    "schoolYear" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "atMinistry" BOOLEAN NOT NULL,
    "videoUrl" TEXT,
    "agenda" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "convenedAt" TIMESTAMPTZ(3),
    "convenedById" TEXT,
    "cancelReason" TEXT,
    "attendance" JSONB NOT NULL,
    "attendeeIds" TEXT[],
    "minutes" JSONB,
    "synthesis" JSONB,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "links" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "milestones" JSONB NOT NULL,
    "launched" BOOLEAN NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "national_group" (
    "themeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "seats" JSONB NOT NULL,

    CONSTRAINT "national_group_pkey" PRIMARY KEY ("themeId")
);

-- CreateTable
CREATE TABLE "academic_group" (
    "projectId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "seats" JSONB NOT NULL,

    CONSTRAINT "academic_group_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "academy" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "successorCode" TEXT,

    CONSTRAINT "academy_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "meeting_themeId_schoolYear_idx" ON "meeting"("themeId", "schoolYear");

-- CreateIndex
CREATE INDEX "meeting_projectId_idx" ON "meeting"("projectId");

-- CreateIndex
CREATE INDEX "meeting_startsAt_id_idx" ON "meeting"("startsAt", "id");

-- CreateIndex
CREATE INDEX "meeting_attendeeIds_idx" ON "meeting" USING GIN ("attendeeIds");

-- CreateIndex
CREATE INDEX "progress_report_themeId_at_idx" ON "progress_report"("themeId", "at");

-- CreateIndex
CREATE INDEX "project_themeId_idx" ON "project"("themeId");
