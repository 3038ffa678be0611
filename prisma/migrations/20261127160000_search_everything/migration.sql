-- The search also looks through proposals, participants with their former names, and their rows. Which of these rows
-- are public is asked in each search.
ALTER TABLE "proposed_changes"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(cell_text("criterion_key", "value", "note"))) STORED;
ALTER TABLE "participant_versions"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (setweight(public_words("name"), 'A')) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms("name")) STORED;
ALTER TABLE "participations"
  ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(coalesce("source", '') || ' ' || coalesce("quotation", '') || ' ' || coalesce("reservation", ''))) STORED;

CREATE INDEX "proposed_changes_words_idx" ON "proposed_changes" USING GIN ("words");
CREATE INDEX "participant_versions_words_idx" ON "participant_versions" USING GIN ("words");
CREATE INDEX "participations_words_idx" ON "participations" USING GIN ("words");
CREATE INDEX "participant_versions_letters_idx" ON "participant_versions" USING GIN (forms_text("forms") gin_trgm_ops);

-- Former names of agreements: few rows of the history are such.
CREATE INDEX "revision_cells_former_names_idx" ON "revision_cells" USING GIN (public_words("before"->>'value'))
  WHERE "key" IN ('name', 'shortName') AND "before" IS NOT NULL;
