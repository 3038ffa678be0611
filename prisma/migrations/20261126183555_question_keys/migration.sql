-- An answer of a kind without a table of its own is a value, with what it says in words.
ALTER TABLE "answers" ADD COLUMN "value" JSONB, ADD COLUMN "said" TEXT;
ALTER TABLE "answers" ADD CONSTRAINT "answers_said_check" CHECK (("value" IS NULL) = ("said" IS NULL));

-- Signatures, projects and proposals name the question they answer, so that a questionnaire can ask a kind twice.
ALTER TABLE "signatures" ADD COLUMN "question_key" TEXT;
ALTER TABLE "projects" ADD COLUMN "question_key" TEXT;
ALTER TABLE "proposals" ADD COLUMN "question_key" TEXT;

-- Until now that was the first question of the kind; where a version asked for none, the first question, so that no row is lost.
CREATE FUNCTION pg_temp.question_of(revision uuid, kind text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT asked.question->>'key'
  FROM contribution_revisions r
  JOIN contributions c ON c.id = r.contribution_id
  JOIN questionnaires q ON q.id = c.questionnaire_id
  CROSS JOIN LATERAL (SELECT texts FROM jsonb_each(q.content) AS spoken(language, texts) ORDER BY language <> 'en', language LIMIT 1) spoken
  CROSS JOIN LATERAL jsonb_array_elements(spoken.texts->'questions') WITH ORDINALITY AS asked(question, position)
  WHERE r.id = revision
  ORDER BY asked.question->>'kind' <> question_of.kind, asked.position LIMIT 1
$$;

ALTER TABLE "signatures" DISABLE TRIGGER "signatures_kept";
ALTER TABLE "projects" DISABLE TRIGGER "projects_kept";
UPDATE "signatures" SET "question_key" = pg_temp.question_of("revision_id", 'signatory');
UPDATE "projects" SET "question_key" = pg_temp.question_of("revision_id", 'projects');
UPDATE "proposals" SET "question_key" = pg_temp.question_of("revision_id", 'proposals');
ALTER TABLE "signatures" ENABLE TRIGGER "signatures_kept";
ALTER TABLE "projects" ENABLE TRIGGER "projects_kept";

ALTER TABLE "signatures" ALTER COLUMN "question_key" SET NOT NULL;
ALTER TABLE "projects" ALTER COLUMN "question_key" SET NOT NULL;
ALTER TABLE "proposals" ALTER COLUMN "question_key" SET NOT NULL;

-- The key of a question, as a questionnaire's schema has it.
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_question_check" CHECK ("question_key" ~ '^[a-z][a-z0-9-]*$');
ALTER TABLE "projects" ADD CONSTRAINT "projects_question_check" CHECK ("question_key" ~ '^[a-z][a-z0-9-]*$');
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_question_check" CHECK ("question_key" ~ '^[a-z][a-z0-9-]*$');

-- Which question a proposal answers is its contributor's word like the others.
CREATE TRIGGER "proposals_question_kept" BEFORE UPDATE OF "question_key" ON "proposals" EXECUTE FUNCTION refuse_rewriting();

DROP TRIGGER "questionnaires_kinds" ON "questionnaires";
DROP FUNCTION refuse_structured_kind_twice();
