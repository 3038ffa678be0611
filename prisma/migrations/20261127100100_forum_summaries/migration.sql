-- AlterTable
ALTER TABLE "contributions" ADD COLUMN     "summary_of" TEXT;
