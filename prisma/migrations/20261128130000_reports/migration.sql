-- CreateEnum
CREATE TYPE "frozen_kind" AS ENUM ('report', 'release');

-- CreateTable
CREATE TABLE "report_texts" (
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sections" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_texts_pkey" PRIMARY KEY ("call_id","version")
);

-- CreateTable
CREATE TABLE "report_editions" (
    "call_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text_version" INTEGER,
    "checksum" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" TEXT NOT NULL,
    "references" TEXT[],

    CONSTRAINT "report_editions_pkey" PRIMARY KEY ("call_id","number")
);

-- CreateTable
CREATE TABLE "report_files" (
    "call_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "report_files_pkey" PRIMARY KEY ("call_id","number","name")
);

-- CreateTable
CREATE TABLE "withholdings" (
    "id" UUID NOT NULL,
    "kind" "frozen_kind" NOT NULL,
    "key" TEXT NOT NULL,
    "withheld" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withholdings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_texts_author_idx" ON "report_texts"("author_id");

-- CreateIndex
CREATE INDEX "report_editions_text_idx" ON "report_editions"("call_id", "text_version");

-- CreateIndex
CREATE INDEX "report_editions_published_by_idx" ON "report_editions"("published_by_id");

-- CreateIndex
CREATE INDEX "withholdings_subject_idx" ON "withholdings"("kind", "key", "created_at");

-- CreateIndex
CREATE INDEX "withholdings_user_idx" ON "withholdings"("user_id");

-- AddForeignKey
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_call_id_text_version_fkey" FOREIGN KEY ("call_id", "text_version") REFERENCES "report_texts"("call_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_call_id_number_fkey" FOREIGN KEY ("call_id", "number") REFERENCES "report_editions"("call_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is written of a report, published or withheld is history: it is added to, never changed.
CREATE TRIGGER "report_texts_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_texts" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "report_editions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_editions" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "report_files_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_files" EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "withholdings_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "withholdings" EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_version_check" CHECK ("version" > 0);
ALTER TABLE "report_editions" ADD CONSTRAINT "report_editions_number_check" CHECK ("number" > 0);
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_size_check" CHECK ("size" = octet_length("bytes"));
ALTER TABLE "withholdings" ADD CONSTRAINT "withholdings_reason_check" CHECK ("reason" <> '');
