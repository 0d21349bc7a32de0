-- CreateTable
CREATE TABLE "calendar_address" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scopeId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_address_token_key" ON "calendar_address"("token");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_address_personId_scope_scopeId_key" ON "calendar_address"("personId", "scope", "scopeId");
