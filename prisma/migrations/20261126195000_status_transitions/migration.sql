-- The lifecycles of a contribution and of a proposed change, as in lib/contributions/state.ts: whatever writes a status, no other
-- transition is possible. lib/contributions/status.test.ts tries every pair.
CREATE FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% %: no transition from % to %', TG_TABLE_NAME, NEW.id, OLD.status, NEW.status
    USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

CREATE FUNCTION refuse_initial_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% %: a new one is not %', TG_TABLE_NAME, NEW.id, NEW.status USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

CREATE TRIGGER "contributions_initial_status" BEFORE INSERT ON "contributions"
  FOR EACH ROW WHEN (NEW.status <> 'draft') EXECUTE FUNCTION refuse_initial_status();

CREATE TRIGGER "contributions_transitions" BEFORE UPDATE OF "status" ON "contributions"
  FOR EACH ROW WHEN (OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
    ('draft', 'submitted'),
    ('draft', 'withdrawn'),
    ('submitted', 'changes_requested'),
    ('submitted', 'published'),
    ('submitted', 'declined'),
    ('submitted', 'withdrawn'),
    ('changes_requested', 'submitted'),
    ('changes_requested', 'published'),
    ('changes_requested', 'declined'),
    ('changes_requested', 'withdrawn'),
    ('published', 'unpublished'),
    ('published', 'withdrawn'),
    ('unpublished', 'published'),
    ('unpublished', 'withdrawn'),
    ('declined', 'submitted')
  )) EXECUTE FUNCTION refuse_transition();

CREATE TRIGGER "proposed_changes_initial_status" BEFORE INSERT ON "proposed_changes"
  FOR EACH ROW WHEN (NEW.status <> 'pending') EXECUTE FUNCTION refuse_initial_status();

-- Takes the place of the trigger that only knew that a decided change stays decided.
DROP TRIGGER "proposed_changes_terminal" ON "proposed_changes";
DROP FUNCTION refuse_second_decision();
CREATE TRIGGER "proposed_changes_transitions" BEFORE UPDATE OF "status" ON "proposed_changes"
  FOR EACH ROW WHEN (OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
    ('pending', 'accepted'),
    ('pending', 'amended'),
    ('pending', 'rejected'),
    ('pending', 'superseded'),
    ('pending', 'withdrawn')
  )) EXECUTE FUNCTION refuse_transition();
