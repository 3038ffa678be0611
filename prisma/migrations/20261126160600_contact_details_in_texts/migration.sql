-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "contacts_hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "shows_contacts" BOOLEAN NOT NULL DEFAULT false;
