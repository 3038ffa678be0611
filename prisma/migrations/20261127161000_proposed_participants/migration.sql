-- A row that came from a proposal rests on its contribution: it is public only while that is.
ALTER TABLE "participations" ADD COLUMN "proposed_change_id" UUID;
CREATE INDEX "participations_proposed_change_idx" ON "participations"("proposed_change_id");
ALTER TABLE "participations" ADD CONSTRAINT "participations_proposed_change_id_fkey" FOREIGN KEY ("proposed_change_id") REFERENCES "proposed_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
