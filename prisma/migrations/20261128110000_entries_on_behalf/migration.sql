-- CreateEnum
CREATE TYPE "entry_source" AS ENUM ('telephone', 'conversation', 'letter', 'file', 'mail');

-- AlterTable
ALTER TABLE "access_links" ADD COLUMN     "editor_id" TEXT;

-- CreateTable
CREATE TABLE "entries_on_behalf" (
    "contribution_id" UUID NOT NULL,
    "entered_by_id" TEXT NOT NULL,
    "source" "entry_source" NOT NULL,
    "received_on" DATE NOT NULL,
    "file_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consented_at" TIMESTAMPTZ(3),
    "noted_by_id" TEXT,
    "consent_note" TEXT,

    CONSTRAINT "entries_on_behalf_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateIndex
CREATE INDEX "entries_on_behalf_editor_idx" ON "entries_on_behalf"("entered_by_id");

-- CreateIndex
CREATE INDEX "entries_on_behalf_noted_by_idx" ON "entries_on_behalf"("noted_by_id");

-- CreateIndex
CREATE INDEX "access_links_editor_idx" ON "access_links"("editor_id");

-- AddForeignKey
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries_on_behalf" ADD CONSTRAINT "entries_on_behalf_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contributions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries_on_behalf" ADD CONSTRAINT "entries_on_behalf_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries_on_behalf" ADD CONSTRAINT "entries_on_behalf_noted_by_id_fkey" FOREIGN KEY ("noted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A note on consent has its editor, and is one on consent.
ALTER TABLE "entries_on_behalf" ADD CONSTRAINT "entries_on_behalf_consent_check"
  CHECK (("noted_by_id" IS NULL OR "consented_at" IS NOT NULL) AND ("consent_note" IS NULL OR "noted_by_id" IS NOT NULL));

-- Editors hold no links to read or to comment, and confirm no address.
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_editor_check" CHECK ("editor_id" IS NULL OR "purpose" = 'manage');

-- Whatever writes the status: a contribution that an editor entered becomes public only with consent (docs/decisions/0044).
CREATE FUNCTION refuse_publication_without_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "entries_on_behalf" e WHERE e."contribution_id" = NEW."id" AND e."consented_at" IS NULL) THEN
    RAISE EXCEPTION 'contribution %: published without consent', NEW."id" USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "contributions_consent" BEFORE UPDATE OF "status" ON "contributions"
  FOR EACH ROW WHEN (OLD."status" <> NEW."status" AND NEW."status" = 'published') EXECUTE FUNCTION refuse_publication_without_consent();

-- A second editor for what the deciding editor entered.
ALTER TABLE "review_rules" DROP CONSTRAINT "review_rules_action_check";
ALTER TABLE "review_rules" ADD CONSTRAINT "review_rules_action_check" CHECK ("action" IN ('retire', 'rename', 'bulk', 'own_proposal', 'on_behalf'));
