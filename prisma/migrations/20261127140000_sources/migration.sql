-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('text', 'official_page', 'participant', 'forum_analysis', 'third_party');

-- CreateTable
CREATE TABLE "sources" (
    "key" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "year" INTEGER,
    "publisher" TEXT,
    "link" TEXT,
    "archived_link" TEXT,
    "accessed_on" TEXT,
    "cited_as" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "source_versions" (
    "id" SERIAL NOT NULL,
    "source_key" TEXT NOT NULL,
    "content" JSONB,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT,

    CONSTRAINT "source_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_versions_source_idx" ON "source_versions"("source_key");

-- AddForeignKey
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sources" ADD CONSTRAINT "sources_key_check" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("key") <= 80);

CREATE TRIGGER "source_versions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "source_versions" EXECUTE FUNCTION refuse_rewriting();

-- The documents that the dataset began with, as they name themselves and each other. Every installation runs this once,
-- so that one which editors delete does not come back. What no document says stays empty.
INSERT INTO "sources" ("key", "kind", "title", "author", "year", "publisher", "cited_as") VALUES
  ('cybersecurity-agreements-2019', 'forum_analysis',
   'Cybersecurity Agreements. Background paper to the IGF Best Practices Forum on Cybersecurity',
   'Maarten Van Horenbeeck (editor)', 2019, 'IGF Best Practices Forum on Cybersecurity',
   ARRAY['IGF BPF Cybersecurity, Cybersecurity Agreements (2019)']),
  ('call-for-contributions-2020', 'forum_analysis',
   'Call for Contributions',
   NULL, 2020, 'IGF Best Practice Forum on Cybersecurity',
   ARRAY['IGF BPF Cybersecurity, Call for Contributions (2020)']),
  ('exploring-best-practices', 'forum_analysis',
   'Exploring Best Practices in Relation to International Cybersecurity Agreements',
   'Workstream 1 of the BPF', NULL, NULL,
   ARRAY['Exploring Best Practices in Relation to International Cybersecurity Agreements']),
  ('normative-principles', 'forum_analysis',
   'What Cybersecurity Policymaking Can Learn from Normative Principles in Global Governance',
   NULL, NULL, 'Workstream 2 of the BPF',
   ARRAY['What Cybersecurity Policymaking Can Learn from Normative Principles in Global Governance']);

INSERT INTO "source_versions" ("source_key", "content")
  SELECT "key", jsonb_build_object('kind', "kind", 'title', "title", 'author', "author", 'year', "year",
    'publisher', "publisher", 'link', "link", 'archivedLink', "archived_link", 'accessedOn', "accessed_on",
    'citedAs', "cited_as")
  FROM "sources" ORDER BY "key";
