-- CreateIndex
CREATE INDEX "mandate_role_endsOn_startsOn_state_personId_idx" ON "mandate"("role", "endsOn", "startsOn", "state", "personId");

-- CreateIndex
CREATE INDEX "person_academyCode_nameKey_id_idx" ON "person"("academyCode", "nameKey", "id");

-- CreateIndex
CREATE INDEX "person_erasedAt_idx" ON "person"("erasedAt");
