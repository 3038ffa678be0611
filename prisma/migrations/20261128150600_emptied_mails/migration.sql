-- What a mail said goes after the time that an admin has set; that it was sent stays.
ALTER TABLE "mails" ADD COLUMN "emptied_at" TIMESTAMPTZ(3);
