-- AlterTable
ALTER TABLE "entries_on_behalf" ADD COLUMN     "part" INTEGER;
