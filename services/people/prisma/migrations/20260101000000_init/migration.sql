-- CreateTable
CREATE TABLE "academy" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "regionName" TEXT NOT NULL,
    "departements" TEXT[],
    "holidayZone" TEXT,
    "timeZone" TEXT NOT NULL,
    "validFrom" TEXT,
    "validTo" TEXT,
    "successorCode" TEXT,
    "statuses" JSONB NOT NULL,
    "sites" TEXT[],

    CONSTRAINT "academy_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "displayName" TEXT NOT NULL,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "position" TEXT,
    "academyCode" TEXT,
    "establishment" TEXT,
    "email" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "academyCode" TEXT,
    "themeId" UUID,
    "disciplineCode" TEXT,
    "departement" TEXT,
    "corps" TEXT,
    "degree" TEXT,
    "track" TEXT,
    "implementsInClass" BOOLEAN NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "state" TEXT NOT NULL,
    "endReason" TEXT,
    "designation" TEXT,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "academic_group" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "academyCode" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "seats" JSONB NOT NULL,
    "gaps" JSONB NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "agreements" JSONB NOT NULL,

    CONSTRAINT "academic_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "national_group" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" UUID NOT NULL,
    "openedOn" TEXT NOT NULL,
    "seats" JSONB NOT NULL,
    "gaps" JSONB NOT NULL,
    "complete" BOOLEAN NOT NULL,

    CONSTRAINT "national_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "campaignId" TEXT,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "disciplineCodes" TEXT[],

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" UUID NOT NULL,
    "academyCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "participation_fact" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "themeId" TEXT,
    "academyCode" TEXT,
    "disciplineCode" TEXT,
    "happenedOn" TEXT NOT NULL,

    CONSTRAINT "participation_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation_source" (
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "participation_source_pkey" PRIMARY KEY ("source")
);

-- CreateIndex
CREATE INDEX "academy_successorCode_idx" ON "academy"("successorCode");

-- CreateIndex
CREATE INDEX "person_nameKey_id_idx" ON "person"("nameKey", "id");

-- CreateIndex
CREATE INDEX "person_academyCode_idx" ON "person"("academyCode");

-- CreateIndex
CREATE INDEX "mandate_personId_idx" ON "mandate"("personId");

-- CreateIndex
CREATE INDEX "mandate_themeId_role_academyCode_idx" ON "mandate"("themeId", "role", "academyCode");

-- CreateIndex
CREATE INDEX "mandate_role_academyCode_idx" ON "mandate"("role", "academyCode");

-- CreateIndex
CREATE UNIQUE INDEX "academic_group_projectId_key" ON "academic_group"("projectId");

-- CreateIndex
CREATE INDEX "academic_group_themeId_idx" ON "academic_group"("themeId");

-- CreateIndex
CREATE INDEX "academic_group_academyCode_idx" ON "academic_group"("academyCode");

-- CreateIndex
CREATE UNIQUE INDEX "national_group_themeId_key" ON "national_group"("themeId");

-- CreateIndex
CREATE INDEX "theme_campaignId_idx" ON "theme"("campaignId");

-- CreateIndex
CREATE INDEX "participation_fact_source_kind_idx" ON "participation_fact"("source", "kind");

-- CreateIndex
CREATE INDEX "participation_fact_personId_idx" ON "participation_fact"("personId");
