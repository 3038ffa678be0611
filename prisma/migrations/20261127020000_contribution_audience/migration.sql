-- The audience of the questionnaire whose wording its author answered; null for the wording for all.
ALTER TABLE "contributions" ADD COLUMN "audience" TEXT;
