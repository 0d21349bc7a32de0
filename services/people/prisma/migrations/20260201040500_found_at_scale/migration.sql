-- Words inside names are found by their trigrams, seats of a person by what their JSON contains.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

-- CreateIndex
CREATE INDEX "person_searchText_idx" ON "person" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "academic_group_seats_idx" ON "academic_group" USING GIN ("seats" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "national_group_seats_idx" ON "national_group" USING GIN ("seats" jsonb_path_ops);
