-- CreateTable
CREATE TABLE "site_settings_versions" (
    "id" SERIAL NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT,

    CONSTRAINT "site_settings_versions_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "site_settings_versions" ADD CONSTRAINT "site_settings_versions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "site_settings_versions_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "site_settings_versions" EXECUTE FUNCTION refuse_rewriting();

-- What holds now is the first version that is kept. Who stored it is in the audit log.
INSERT INTO "site_settings_versions" ("version", "content", "changed_at")
  SELECT "version", "content", "changed_at" FROM "site_settings" WHERE "version" > 0;
