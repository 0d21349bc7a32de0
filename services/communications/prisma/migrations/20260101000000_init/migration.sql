-- CreateTable
CREATE TABLE "prior_work_review" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sources" JSONB NOT NULL,
    "authorId" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prior_work_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "literature_review" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "themeId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "references" TEXT[],
    "authorId" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "literature_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "otherKind" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "textAlternative" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "projectId" TEXT,
    "academyCode" TEXT,
    "authorId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_module" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "otherPlatform" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "objectives" TEXT NOT NULL,
    "minutesInPerson" INTEGER,
    "minutesRemote" INTEGER,
    "themeId" TEXT NOT NULL,
    "projectId" TEXT,
    "academyCode" TEXT,
    "authorId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch_item" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "sharedById" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watch_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "sourceVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "themeId" TEXT,
    "academyCodes" TEXT[],
    "disciplineCodes" TEXT[],
    "levels" TEXT[],
    "licence" TEXT,
    "authorIds" TEXT[],
    "words" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnFor" TEXT,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_log_head" (
    "id" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "publication_log_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_log" (
    "position" BIGINT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "publication" JSONB NOT NULL,

    CONSTRAINT "publication_log_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "newsletter" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "disciplineCode" TEXT,

    CONSTRAINT "newsletter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "newsletterId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "editorial" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "draftOf" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "sortedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_item" (
    "id" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "excluded" BOOLEAN NOT NULL,

    CONSTRAINT "edition_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "disciplineCode" TEXT,
    "label" TEXT,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relay" (
    "id" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "channelId" TEXT,
    "editionId" TEXT,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "url" TEXT,

    CONSTRAINT "relay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "themeId" TEXT NOT NULL,
    "academyCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "disciplineCodes" TEXT[],
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discipline" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "transversal" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "academy" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "successorCode" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "academy_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "themeId" TEXT,
    "academyCode" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "version" INTEGER NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prior_work_review_themeId_key" ON "prior_work_review"("themeId");

-- CreateIndex
CREATE UNIQUE INDEX "literature_review_themeId_key" ON "literature_review"("themeId");

-- CreateIndex
CREATE INDEX "material_themeId_idx" ON "material"("themeId");

-- CreateIndex
CREATE INDEX "material_projectId_idx" ON "material"("projectId");

-- CreateIndex
CREATE INDEX "material_academyCode_idx" ON "material"("academyCode");

-- CreateIndex
CREATE INDEX "training_module_themeId_idx" ON "training_module"("themeId");

-- CreateIndex
CREATE INDEX "training_module_projectId_idx" ON "training_module"("projectId");

-- CreateIndex
CREATE INDEX "training_module_academyCode_idx" ON "training_module"("academyCode");

-- CreateIndex
CREATE INDEX "watch_item_themeId_sharedAt_idx" ON "watch_item"("themeId", "sharedAt");

-- CreateIndex
CREATE INDEX "publication_sourceId_idx" ON "publication"("sourceId");

-- CreateIndex
CREATE INDEX "publication_themeId_idx" ON "publication"("themeId");

-- CreateIndex
CREATE INDEX "publication_publishedAt_id_idx" ON "publication"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "publication_academyCodes_idx" ON "publication" USING GIN ("academyCodes");

-- CreateIndex
CREATE INDEX "publication_disciplineCodes_idx" ON "publication" USING GIN ("disciplineCodes");

-- CreateIndex
CREATE INDEX "publication_authorIds_idx" ON "publication" USING GIN ("authorIds");

-- CreateIndex
CREATE INDEX "publication_log_publicationId_idx" ON "publication_log"("publicationId");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_slug_key" ON "newsletter"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_disciplineCode_key" ON "newsletter"("disciplineCode");

-- CreateIndex
CREATE UNIQUE INDEX "edition_draftOf_key" ON "edition"("draftOf");

-- CreateIndex
CREATE INDEX "edition_sortedAt_id_idx" ON "edition"("sortedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "edition_newsletterId_number_key" ON "edition"("newsletterId", "number");

-- CreateIndex
CREATE INDEX "edition_item_editionId_place_idx" ON "edition_item"("editionId", "place");

-- CreateIndex
CREATE INDEX "edition_item_publicationId_idx" ON "edition_item"("publicationId");

-- CreateIndex
CREATE UNIQUE INDEX "channel_network_handle_key" ON "channel"("network", "handle");

-- CreateIndex
CREATE INDEX "relay_publicationId_at_idx" ON "relay"("publicationId", "at");

-- CreateIndex
CREATE INDEX "project_themeId_idx" ON "project"("themeId");

-- CreateIndex
CREATE INDEX "mandate_role_themeId_idx" ON "mandate"("role", "themeId");
