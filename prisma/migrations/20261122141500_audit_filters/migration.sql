-- The audit page reads newest first, by moment and number; by who acted, or by what was done, as well.
DROP INDEX "audit_events_at_idx";
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at", "id");
CREATE INDEX "audit_events_user_idx" ON "audit_events"("user_id", "at", "id");
CREATE INDEX "audit_events_action_idx" ON "audit_events"("action", "at", "id");
