-- AlterTable
ALTER TABLE "cells" ADD COLUMN     "sureness" JSONB;
