-- AlterTable
ALTER TABLE "calls" ALTER COLUMN "opens_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "cells" ALTER COLUMN "decided_at" DROP NOT NULL;

-- What was taken over with an import was never decided on. A download says itself what was; what came with it from a contribution was.
UPDATE "cells" SET "decided_at" = NULL FROM "revisions"
WHERE "revisions"."id" = "cells"."revision_id" AND "revisions"."kind" = 'import' AND "revisions"."version" = 1 AND "cells"."credited_as" = '{}';

-- The call of 2020, where it still says what it was installed with: no source gives a day on which it opened, nor the hour and zone of its deadline.
UPDATE "calls" SET "opens_at" = NULL WHERE "slug" = '2020' AND "opens_at" = '2020-08-15T00:00:00Z';
UPDATE "calls" SET "texts" = jsonb_set("texts", '{en,instructions,0}', to_jsonb('The call asked for input by 17 October 2020. This site still accepts late contributions: you can send yours.'::text))
WHERE "slug" = '2020' AND "texts" #>> '{en,instructions,0}' = 'The deadline was 17 October 2020, at the end of the day (UTC). This call accepts late contributions: you can still send yours.';
UPDATE "calls" SET "texts" = jsonb_set("texts", '{en}', '{"deadlineNote": "The call names the day. That it ends with that day, in UTC, is this site’s reading.", "address": "bpf-cybersecurity-contribution@intgovforum.org", "annexNote": "The call lists these agreements “for consideration” and recommends that contributors refer to them where that is possible and applicable.", "readingNote": "The call links to both papers, but the text that this site was made from has lost the addresses. The forum’s own page, which its background paper of 2019 names, leads to its papers.", "readingLink": "https://www.intgovforum.org/multilingual/content/bpf-cybersecurity"}'::jsonb || ("texts" -> 'en')) WHERE "slug" = '2020' AND "texts" ? 'en';

-- Criteria, where they still read as they were installed: neither source says more of these norms, nor gives their letters.
UPDATE "criteria" SET "description" = 'Computer emergency response teams are recognised as a protected and benign group.'
WHERE "key" = 'no-harm-to-response-teams' AND "description" = 'Computer emergency response teams are recognised as protected and benign: they are neither attacked nor used for attacks.';
UPDATE "criteria" SET "description" = 'After an ICT incident, states or other stakeholders consider all relevant information.'
WHERE "key" = 'consider-relevant-information' AND "description" = 'After an ICT incident, states or other stakeholders consider everything relevant before they draw conclusions.';
UPDATE "criterion_sets" SET "description" = 'The eleven voluntary norms of responsible state behaviour in the 2015 consensus report of the UN Group of Governmental Experts, in the order in which the call of 2020 asks about them. The letters of the report’s paragraph 13 are added by this site.'
WHERE "slug" = 'norms-2015' AND "description" = 'The eleven voluntary norms of responsible state behaviour in the 2015 consensus report of the UN Group of Governmental Experts, in the order in which the call of 2020 asks about them.';
