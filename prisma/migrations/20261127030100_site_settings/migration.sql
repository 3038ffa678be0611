-- CreateTable
CREATE TABLE "site_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_logos" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "site_logos_pkey" PRIMARY KEY ("id")
);

-- One installation, one name, one logo.
ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_single_check" CHECK ("id" = 1);
ALTER TABLE "site_logos" ADD CONSTRAINT "site_logos_single_check" CHECK ("id" = 1);
