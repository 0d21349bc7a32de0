-- CreateTable
CREATE TABLE "scenario_use" (
    "scenarioId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "scenario_use_pkey" PRIMARY KEY ("scenarioId")
);
