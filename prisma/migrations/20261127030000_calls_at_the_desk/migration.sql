-- CreateEnum
CREATE TYPE "call_notice_kind" AS ENUM ('extended', 'closed', 'reopened', 'hidden', 'shown');

-- AlterTable
ALTER TABLE "calls" ADD COLUMN     "accepts_files" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "max_words" INTEGER,
ADD COLUMN     "prefix" TEXT NOT NULL DEFAULT 'BPF',
ADD COLUMN     "preview_hash" TEXT,
ADD COLUMN     "publishes_at_once" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "walked_version" INTEGER;

-- CreateTable
CREATE TABLE "call_notices" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "kind" "call_notice_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seeded_calls" (
    "slug" TEXT NOT NULL,

    CONSTRAINT "seeded_calls_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "call_notices_call_idx" ON "call_notices"("call_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "calls_preview_hash_key" ON "calls"("preview_hash");

-- AddForeignKey
ALTER TABLE "call_notices" ADD CONSTRAINT "call_notices_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "calls" ADD CONSTRAINT "calls_prefix_check" CHECK ("prefix" ~ '^[A-Z][A-Z0-9]{1,9}$');
ALTER TABLE "calls" ADD CONSTRAINT "calls_max_words_check" CHECK ("max_words" > 0);

-- What readers were told about a call is history.
CREATE TRIGGER "call_notices_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "call_notices" EXECUTE FUNCTION refuse_rewriting();

-- References are permanent, so their beginning is fixed with the first one.
CREATE FUNCTION refuse_other_prefix() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'call %: the prefix is fixed since its first contribution', NEW.slug USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER "calls_prefix_fixed" BEFORE UPDATE OF "prefix" ON "calls"
  FOR EACH ROW WHEN (OLD.prefix <> NEW.prefix AND OLD.next_number > 1) EXECUTE FUNCTION refuse_other_prefix();

-- The calls that are here now were seeded or made by a migration: the seed adds none of them again.
INSERT INTO "seeded_calls" ("slug") SELECT "slug" FROM "calls" WHERE "slug" <> 'desk';

-- A reference is found by any part of it, whatever its call's prefix.
CREATE OR REPLACE FUNCTION reference_words(reference text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT search_words(reference || ' ' || regexp_replace(reference, '^[A-Z][A-Z0-9]{1,9}-(.*)-0*(\d+)$', '\1 \2'))
$$;

-- A text that says the deadline follows it; a text that has been changed stays.
UPDATE "calls" SET "texts" = jsonb_set("texts", '{en,instructions,0}',
  '"The call asked for input by {deadline}. This site still accepts late contributions: you can send yours."')
WHERE "slug" = '2020'
  AND "texts"->'en'->'instructions'->>0 = 'The call asked for input by 17 October 2020. This site still accepts late contributions: you can send yours.';
