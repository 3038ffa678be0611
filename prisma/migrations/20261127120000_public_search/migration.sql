-- What readers search in is kept by PostgreSQL itself, row by row, in columns made of the columns beside them: nothing has to be made anew when
-- something changes, and what leaves a table can't be found any more.

-- A restore evaluates these columns with an empty search_path.
ALTER FUNCTION search_words(text) SET search_path = public, pg_catalog;

-- Without what hideContactDetails (lib/platform/text/contact-details.ts) hides, and a little more of the text around it: a search must not find
-- what readers do not see.
CREATE FUNCTION without_contact_details(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN value ~* '[@＠]|&#0*64;|&commat;|[\[({<]\s?(at|ät|arroba|chez)\s?[\])}>]| dot |[+＋]\s?[(\d]|00[1-9]|tel|phone|fax|mobil|whatsapp|signal|电话|電話'
    THEN regexp_replace(value, '\S+\s?(@|＠|&#0*64;|&commat;|[\[({<]\s*(at|ät|arroba|chez)\s*[\])}>])\s*\S+(\s*[\[({<]\s*(dot|punkt|punto|point)\s*[\])}>]\s*\S+)*|\S+ at \S+( dot \S+)+|([+＋]|00)[\s()]*[1-9]([\s().\-/]*\d){8,}|(tel|phone|fax|mobil|whatsapp|signal|电话|電話)[^\s\d:：]*\s*(no\.?|number|nr\.?)?\s*[:：]?\s*\(?\d([\s().\-/]*\d){5,}', ' ', 'gi') ELSE value END
$$;

-- A text of readers, folded for the search.
CREATE FUNCTION public_text(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN search_words(without_contact_details(left(value, 100000)));

-- Its words: with one stem for "election" and "elections". Texts in other languages are stemmed by the same rules as what is looked for.
CREATE FUNCTION public_words(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN to_tsvector('pg_catalog.english'::regconfig, public_text(value));

-- The texts within a value of the dataset, without addresses of the web.
CREATE FUNCTION value_text(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(part #>> '{}', ' ') FROM jsonb_path_query(value, 'strict $.** ? (@.type() == "string")') AS part
  WHERE part #>> '{}' !~ '^https?://'
$$;

-- An assessment is found by its note: there are too many that say "no".
CREATE FUNCTION cell_text(criterion text, value jsonb, note text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(CASE WHEN criterion IS NULL THEN value_text(value) END, '') || ' ' || coalesce(note, '');

-- Names weigh most.
CREATE FUNCTION cell_words(key text, criterion text, value jsonb, note text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(public_words(cell_text(criterion, value, note)), CASE WHEN key IN ('name', 'shortName') OR starts_with(key, 'aliases:') THEN 'A' ELSE 'D' END::"char");

-- The words as they are written, for what is near a word that nothing has.
CREATE FUNCTION public_forms(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN strip(to_tsvector('pg_catalog.simple'::regconfig, public_text(value)));

-- array_to_string may depend on settings for other types than text.
CREATE FUNCTION forms_text(forms tsvector) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_to_string(tsvector_to_array(forms), ' ')
$$;

ALTER TABLE "cells" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (cell_words("key", "criterion_key", "value", "note")) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms(cell_text("criterion_key", "value", "note"))) STORED;
ALTER TABLE "answers" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(coalesce("said", '') || ' ' || "text")) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms("text")) STORED;
ALTER TABLE "projects" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (setweight(public_words("title"), 'A') || public_words("description")) STORED,
  ADD COLUMN "forms" tsvector GENERATED ALWAYS AS (public_forms("title" || ' ' || "description")) STORED;
ALTER TABLE "signatures" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (public_words(coalesce("name", '') || ' ' || coalesce("note", ''))) STORED;
-- Of its author only what the author shows.
ALTER TABLE "contributions" ADD COLUMN "author_words" tsvector
  GENERATED ALWAYS AS (public_words(coalesce("reference", '') || ' ' || coalesce("public_affiliation", '') || ' ' || coalesce("public_name", ''))) STORED;

CREATE INDEX "cells_words_idx" ON "cells" USING GIN ("words");
CREATE INDEX "answers_words_idx" ON "answers" USING GIN ("words");
CREATE INDEX "projects_words_idx" ON "projects" USING GIN ("words");
CREATE INDEX "signatures_words_idx" ON "signatures" USING GIN ("words");
CREATE INDEX "contributions_author_words_idx" ON "contributions" USING GIN ("author_words");

-- Groups of three letters. Prisma does not know indexes of expressions.
CREATE INDEX "cells_letters_idx" ON "cells" USING GIN (forms_text("forms") gin_trgm_ops);
CREATE INDEX "answers_letters_idx" ON "answers" USING GIN (forms_text("forms") gin_trgm_ops);
CREATE INDEX "projects_letters_idx" ON "projects" USING GIN (forms_text("forms") gin_trgm_ops);
