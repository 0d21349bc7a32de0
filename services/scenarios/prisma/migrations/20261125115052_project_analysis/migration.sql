-- CreateTable
CREATE TABLE "project_analysis" (
    "projectId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "project_analysis_pkey" PRIMARY KEY ("projectId")
);
