-- What the desk's queue is filtered by, each found along an index that names the contribution itself.

-- DropIndex
DROP INDEX "proposals_agreement_idx";

-- DropIndex
DROP INDEX "proposed_changes_rivals_idx";

-- CreateIndex
CREATE INDEX "proposals_agreement_idx" ON "proposals"("agreement_id", "contribution_id");

-- CreateIndex
CREATE INDEX "proposed_changes_rivals_idx" ON "proposed_changes"("agreement_id", "key", "status", "base_version", "contribution_id");

-- CreateIndex
CREATE INDEX "proposed_changes_criterion_idx" ON "proposed_changes"("criterion_key", "status", "contribution_id");
