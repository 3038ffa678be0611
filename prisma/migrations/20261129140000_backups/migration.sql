-- What `npm run backup` and `npm run restore -- FILE --check` did, for the desk.
CREATE TABLE "backups" (
    "id" SERIAL NOT NULL,
    "file" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT,
    "rows" BIGINT,
    "failure" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "check_failure" TEXT,

    CONSTRAINT "backups_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "backups_file_key" ON "backups"("file", "made_at");
CREATE INDEX "backups_made_idx" ON "backups"("made_at");
