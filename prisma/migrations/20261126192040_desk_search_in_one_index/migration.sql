-- DropIndex
DROP INDEX "contacts_search_idx";

-- DropIndex
DROP INDEX "contributions_search_idx";

-- CreateTable
CREATE TABLE "desk_search" (
    "contribution_id" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "desk_search_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateIndex
CREATE INDEX "desk_search_words_idx" ON "desk_search" USING GIN ("words");

-- CreateIndex
CREATE INDEX "contributions_submitted_idx" ON "contributions"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "contributions_changed_idx" ON "contributions"("status_at", "id");

-- AddForeignKey
ALTER TABLE "desk_search" ADD CONSTRAINT "desk_search_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a contribution says and who wrote it are looked through together, so that one index answers a search. The author of an anonymous one
-- is left out. The mark between the two keeps a phrase from being found across them; no folded word is one.
CREATE FUNCTION refresh_desk_search(contribution uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO desk_search (contribution_id, words)
  SELECT c.id, ts_delete(coalesce(t.search, '') || '|:1'::tsvector || coalesce(c.search, ''), '|')
  FROM contributions c LEFT JOIN contacts t ON t.contribution_id = c.id AND NOT c.anonymous WHERE c.id = contribution
  ON CONFLICT (contribution_id) DO UPDATE SET words = excluded.words
$$;

CREATE FUNCTION contributions_desk_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_desk_search(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER "contributions_desk_search" AFTER INSERT OR UPDATE OF "search", "anonymous" ON "contributions"
  FOR EACH ROW EXECUTE FUNCTION contributions_desk_search();

-- Locked first: of an erasure and a submission at the same moment the later one reads what the earlier one has left.
CREATE FUNCTION contacts_desk_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM contributions WHERE id = NEW.contribution_id FOR NO KEY UPDATE;
  PERFORM refresh_desk_search(NEW.contribution_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "contacts_desk_search" AFTER INSERT OR UPDATE OF "name", "affiliation" ON "contacts"
  FOR EACH ROW EXECUTE FUNCTION contacts_desk_search();

INSERT INTO "desk_search" ("contribution_id", "words")
SELECT c.id, ts_delete(coalesce(t.search, '') || '|:1'::tsvector || coalesce(c.search, ''), '|')
FROM "contributions" c LEFT JOIN "contacts" t ON t.contribution_id = c.id AND NOT c.anonymous;
