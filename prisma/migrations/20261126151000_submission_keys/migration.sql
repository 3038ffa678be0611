-- A key belongs to what came with it: the same key with something else is refused. What came is kept as a hash made with the key, and of
-- the key itself no more than its hash, so that nobody who reads the database can try out what a sender may have written.
ALTER TABLE "contributions" ADD COLUMN "submission_hash" TEXT;

UPDATE "contributions" SET "submission_key" = 'sent:' || encode(sha256(convert_to("submission_key", 'UTF8')), 'hex')
WHERE "submission_key" IS NOT NULL AND "submission_key" NOT LIKE 'own:%' AND "submission_key" NOT LIKE 'bulk:%';

ALTER TABLE "contributions" ADD CONSTRAINT "contributions_submission_hash_check" CHECK ("submission_hash" IS NULL OR ("submission_hash" ~ '^[0-9a-f]{64}$' AND "submission_key" IS NOT NULL));
