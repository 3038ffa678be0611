-- AlterTable
ALTER TABLE "cells" ADD COLUMN     "credited_as" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "releases" ADD COLUMN     "changes" JSONB,
ADD COLUMN     "counts" JSONB NOT NULL,
ADD COLUMN     "previous_slug" TEXT;

-- CreateTable
CREATE TABLE "release_files" (
    "release_slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "release_files_pkey" PRIMARY KEY ("release_slug","name")
);

-- CreateIndex
CREATE INDEX "releases_previous_idx" ON "releases"("previous_slug");

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_previous_slug_fkey" FOREIGN KEY ("previous_slug") REFERENCES "releases"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_slug_fkey" FOREIGN KEY ("release_slug") REFERENCES "releases"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Immutable, whatever the app sends.
CREATE TRIGGER "releases_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "releases" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "release_files_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "release_files" EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE "releases" ADD CONSTRAINT "releases_slug_check" CHECK ("slug" ~ '^[0-9a-z][0-9a-z.-]{0,39}$' AND "slug" <> 'latest'),
  ADD CONSTRAINT "releases_previous_check" CHECK (("previous_slug" IS NULL) = ("changes" IS NULL) AND "previous_slug" <> "slug");
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_size_check" CHECK ("size" = octet_length("bytes"));
