-- A draft that an editor scheduled leaves by itself at that time, and with the publication or at a time, never both.
ALTER TABLE "mails" ADD COLUMN "send_after" TIMESTAMPTZ(3);
ALTER TABLE "mails" ADD CONSTRAINT "mails_schedule_check" CHECK ("send_after" IS NULL OR NOT "with_publication");
