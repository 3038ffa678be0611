import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { searchPublic } from '@/lib/publication/search/search';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeEditor } from '@/prisma/factories/people';
import { published } from '@/prisma/factories/published';
import { redactEverywhere } from '@/prisma/factories/redactions';
import { proposing, submit } from '@/prisma/factories/submissions';
import { listClaims } from '@/lib/review/participants/claims';
import { redactPassage } from './redact';
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

it('refuses to redact the name that an agreement has today, until the dataset is corrected', async () => {
  const editor = await makeEditor();
  const name = { cell: 'shortName', value: 'Zqtoday accord', source: 'https://example.org' };
  const { reference } = await published(proposing(AGREEMENT, [name]), { accept: AGREEMENT });
  const { id } = await db.proposedChange.findFirstOrThrow({ where: { contribution: { reference } } });
  const input = { place: `cell/${id}/value`, passage: 'Zqtoday', reason: 'personal_data' as const, note: 'A person.' };
  expect(await redactPassage({ editor, reference, input })).toEqual({
    ok: false,
    reason: 'name_in_dataset',
    issues: [{ path: 'passage', code: 'name_in_dataset' }],
  });
  await published(proposing(AGREEMENT, [{ ...name, value: 'Plain accord' }]), { accept: AGREEMENT });
  expect(await redactPassage({ editor, reference, input })).toEqual({ ok: true });
});

it('shows observers what organisations say that they signed without the passage', async () => {
  const editor = await makeEditor();
  const about = { affiliation: 'Example Foundation', email: 'office@example.org', show: { affiliation: true } };
  const signatories = [{ agreement: AGREEMENT, note: 'Signed by zqsigner in Geneva' }];
  const { reference } = await published({ answers: {}, signatories, about, consent: true });
  await redactEverywhere(editor, reference, 'zqsigner');
  const shown = async (redacted: boolean) => JSON.stringify(await listClaims({ redacted }));
  expect([await shown(false), await shown(true)]).toEqual([
    expect.stringContaining('zqsigner'),
    expect.not.stringContaining('zqsigner'),
  ]);
  expect(await shown(true)).toContain(reference);
});
