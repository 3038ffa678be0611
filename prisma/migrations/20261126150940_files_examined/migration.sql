-- What acts by itself when a file is opened, and when somebody looked into it: null for those that came before files were examined.
ALTER TABLE "attachments" ADD COLUMN "examined_at" TIMESTAMPTZ(3),
ADD COLUMN "findings" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "attachments" ADD CONSTRAINT "attachments_findings_check" CHECK ("findings" IS NOT NULL AND ("examined_at" IS NOT NULL OR "findings" = '{}'));
