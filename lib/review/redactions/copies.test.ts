import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import { TAGS } from '@/lib/platform/cache/tags';
import { db } from '@/lib/platform/db/client';
import { readHistory } from '@/lib/publication/agreements';
import { readContribution } from '@/lib/publication/contributions/contributions';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { undoRevision } from '@/lib/review/undo/undo';
import { makeEditor } from '@/prisma/factories/people';
import { redactEverywhere } from '@/prisma/factories/redactions';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { liftRedaction } from './redact';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const AGREEMENT = 'foc-recommendations';
const MARK = '▇▇▇▇▇ ‹passage removed by the forum’s editors: personal data›';
const SECRET = /zqsecret/;

async function accepted() {
  const cell = {
    cell: 'maintainer',
    value: 'The zqsecret of value',
    note: 'The zqsecret of note',
    source: 'The zqsecret of source',
  };
  const { reference, id, changes } = await submit(proposing(AGREEMENT, [cell]));
  const seen = (await readAgreementCells(AGREEMENT))?.cells.maintainer?.version ?? 0;
  const decisions = [{ change: changes.maintainer ?? '', outcome: 'accept' as const, seen, resolve: true }];
  const decided = await decideChanges({ editor, reference, decisions });
  await publishContribution({ editor, reference });
  return { reference, id, version: decided.ok ? (decided.revisions[0]?.version ?? 0) : 0 };
}

describe('a redacted cell whose decision is undone', () => {
  it('is proposed again without the passage, which is shown once both redactions are lifted', async () => {
    const { reference, id, version } = await accepted();
    await redactEverywhere(editor, reference, 'zqsecret');
    const undone = await undoRevision({ editor, agreement: AGREEMENT, version, reason: 'Too early.' });
    expect(undone).toMatchObject({ ok: true, back: 1 });
    const page = JSON.stringify(await readContribution(reference, 'en'));
    expect(page).not.toMatch(SECRET);
    expect(page).toContain(`The ${MARK} of value`);
    expect(JSON.stringify(await readHistory(AGREEMENT))).not.toMatch(SECRET);
    const rows = await db.$queryRaw<{ found: string }[]>`
      SELECT words::text AS found FROM proposed_changes WHERE contribution_id = ${id}::uuid UNION ALL
      SELECT search::text FROM contributions WHERE id = ${id}::uuid`;
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(SECRET);

    const listed = await listRedactions(id);
    expect(listed.map(({ passage, gone }) => ({ passage, gone }))).toEqual(
      Array.from({ length: 6 }, () => ({ passage: 'zqsecret', gone: false })),
    );
    for (const one of listed) await liftRedaction({ editor, reference, id: one.id, reason: 'A mistake.' });
    expect(JSON.stringify(await readContribution(reference, 'en'))).toContain('The zqsecret of value');
    expect(JSON.stringify(await readHistory(AGREEMENT))).toContain('The zqsecret of note');
  });

  it('has no redaction that was lifted before', async () => {
    const { reference, id, version } = await accepted();
    await redactEverywhere(editor, reference, 'zqsecret');
    for (const one of await listRedactions(id))
      await liftRedaction({ editor, reference, id: one.id, reason: 'A mistake.' });
    await undoRevision({ editor, agreement: AGREEMENT, version, reason: 'Too early.' });
    expect(await db.redaction.count({ where: { contributionId: id, liftedAt: null } })).toBe(0);
    expect(JSON.stringify(await readContribution(reference, 'en'))).toContain('The zqsecret of value');
  });
});

describe('a short passage', () => {
  it('is taken out of the words of a cell, in part of a word too, and its date stays', async () => {
    const cell = { cell: 'maintainer', value: 'A ministry', note: 'Since 2019 by xzqabx.', asOf: '2019' };
    const { reference, changes } = await submit(proposing(AGREEMENT, [cell]));
    const seen = (await readAgreementCells(AGREEMENT))?.cells.maintainer?.version ?? 0;
    const decisions = [{ change: changes.maintainer ?? '', outcome: 'accept' as const, seen, resolve: true }];
    expect(await decideChanges({ editor, reference, decisions })).toMatchObject({ ok: true, decided: 1 });
    for (const passage of ['2019', 'zqab']) await redactEverywhere(editor, reference, passage);
    expect((await readAgreementCells(AGREEMENT))?.cells.maintainer).toMatchObject({
      note: `Since ${MARK} by x${MARK}x.`,
      asOf: '2019',
    });
  });
});

describe('the cached pages of an agreement', () => {
  /** Stands where the process's page cache does. */
  const process_: { bpfPageCache?: { expire(tags: string[]): void } } = globalThis as never;
  const forgotten: string[] = [];
  beforeEach(() => {
    process_.bpfPageCache = { expire: (tags) => void forgotten.push(...tags) };
  });
  afterEach(() => {
    delete process_.bpfPageCache;
    forgotten.length = 0;
  });

  it('are forgotten when a passage is taken out of a proposal for it, and when that is lifted', async () => {
    const { reference, id } = await accepted();
    forgotten.length = 0;
    await redactEverywhere(editor, reference, 'zqsecret');
    expect(forgotten).toContain(TAGS.agreement(AGREEMENT));
    forgotten.length = 0;
    const [listed] = await listRedactions(id);
    expect(await liftRedaction({ editor, reference, id: listed?.id ?? '', reason: 'A mistake.' })).toEqual({
      ok: true,
    });
    expect(forgotten).toContain(TAGS.agreement(AGREEMENT));
  });
});
