import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { searchPublic } from '@/lib/publication/search/search';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { redactEverywhere } from '@/prisma/factories/redactions';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

const AGREEMENT = 'foc-recommendations';

it('keeps a passage out of what the desk shows beside another contribution', async () => {
  const editor = await makeEditor();
  const cell = { cell: 'maintainer', value: 'The zqsecret office', note: 'A zqsecret note.', source: 'zqsecret paper' };
  const rival = await submit(proposing(AGREEMENT, [cell]));
  const own = await submit(proposing(AGREEMENT, [{ cell: 'maintainer', value: 'Another office' }]));
  const shown = async () => JSON.stringify(await readForReview(own.reference, editor, 'en'));
  expect(await shown()).toContain('zqsecret');
  await redactEverywhere(editor, rival.reference, 'zqsecret');
  expect(await shown()).toContain(rival.reference);
  expect(await shown()).not.toContain('zqsecret');
});

it('keeps a former name that was redacted out of the search', async () => {
  const editor = await makeEditor();
  const former = { cell: 'shortName', value: 'Zqsecret pact', source: 'https://example.org' };
  const { reference } = await published(proposing(AGREEMENT, [former]), { accept: AGREEMENT });
  await published(proposing(AGREEMENT, [{ ...former, value: 'Plain pact' }]), { accept: AGREEMENT });
  const found = async () => JSON.stringify((await searchPublic({ sought: 'zqsecret', locale: 'en', limit: 50 })).data);
  expect(await found()).toContain(`/${AGREEMENT}`);
  await redactEverywhere(editor, reference, 'Zqsecret');
  expect(await found()).not.toContain(`/${AGREEMENT}`);
  expect(await db.redaction.count()).toBeGreaterThan(0);
});
