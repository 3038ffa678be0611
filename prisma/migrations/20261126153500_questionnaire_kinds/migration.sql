-- Rows of signatories, projects and proposals do not know which question they answer: two questions of one such kind would show each
-- other's. Whoever writes a questionnaire, it is refused when it is published. Those published before stay as they are.
CREATE FUNCTION refuse_structured_kind_twice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM jsonb_each(NEW.content) AS spoken(language, texts),
      LATERAL jsonb_array_elements(CASE jsonb_typeof(texts->'questions') WHEN 'array' THEN texts->'questions' ELSE '[]' END) AS question
    WHERE question->>'kind' <> 'text' GROUP BY language, question->>'kind' HAVING count(*) > 1
  ) THEN
    RAISE EXCEPTION 'a questionnaire has one question of each structured kind at most' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "questionnaires_kinds" BEFORE INSERT OR UPDATE OF "content", "published_at" ON "questionnaires"
FOR EACH ROW EXECUTE FUNCTION refuse_structured_kind_twice();
