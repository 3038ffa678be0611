-- The source of the eleven norms names the report by its symbol, so that a reader finds the very document. Own words of an installation stay.
UPDATE "criterion_sets" SET "source" = replace("source", 'UNGGE Consensus Report of 2015, paragraph 13', 'UNGGE Consensus Report of 2015 (A/70/174), paragraph 13')
WHERE "slug" = 'norms-2015' AND "source" LIKE 'UNGGE Consensus Report of 2015, paragraph 13%';
