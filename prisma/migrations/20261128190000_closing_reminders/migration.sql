-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "remind_in" TEXT;

-- A reminder is mailed to the address, so it goes with it.
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_remind_in_check" CHECK ("remind_in" IS NULL OR "email" IS NOT NULL);
