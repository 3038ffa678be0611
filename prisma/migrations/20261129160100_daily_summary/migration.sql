-- Whether an editor wants the short mail of each morning. Those who chose one mail a day get it.
ALTER TABLE "users" ADD COLUMN "daily_summary" BOOLEAN NOT NULL DEFAULT false;
UPDATE "users" SET "daily_summary" = true WHERE "notify" = 'daily';
