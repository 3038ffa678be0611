-- AlterEnum
ALTER TYPE "contribution_status" ADD VALUE 'kept' BEFORE 'withdrawn';

-- AlterTable
ALTER TABLE "calls" ADD COLUMN     "offers_editors_only" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "editors_only" BOOLEAN NOT NULL DEFAULT false;

-- What is for the editors only is never public, and nothing is public of its author.
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_editors_only_check" CHECK (NOT "editors_only" OR (
  "status"::text NOT IN ('published', 'unpublished') AND "published_at" IS NULL
  AND "public_name" IS NULL AND "public_affiliation" IS NULL AND "public_country" IS NULL));

-- With the transitions to and from "kept". The status is compared as text: a new value of an enum can't be used before the
-- transaction that adds it has ended.
DROP TRIGGER "contributions_transitions" ON "contributions";
CREATE TRIGGER "contributions_transitions" BEFORE UPDATE OF "status" ON "contributions"
  FOR EACH ROW WHEN (OLD.status <> NEW.status AND (OLD.status::text, NEW.status::text) NOT IN (
    ('draft', 'submitted'),
    ('draft', 'withdrawn'),
    ('submitted', 'changes_requested'),
    ('submitted', 'published'),
    ('submitted', 'declined'),
    ('submitted', 'kept'),
    ('submitted', 'withdrawn'),
    ('changes_requested', 'submitted'),
    ('changes_requested', 'published'),
    ('changes_requested', 'declined'),
    ('changes_requested', 'kept'),
    ('changes_requested', 'withdrawn'),
    ('published', 'unpublished'),
    ('published', 'withdrawn'),
    ('unpublished', 'published'),
    ('unpublished', 'withdrawn'),
    ('declined', 'submitted'),
    ('kept', 'submitted'),
    ('kept', 'withdrawn')
  )) EXECUTE FUNCTION refuse_transition();
