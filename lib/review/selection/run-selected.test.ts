import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { acceptChanges } from '@/prisma/factories/decisions';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listRowsOf } from '@/lib/review/queue/queue';
import { runSelected } from './run-selected';
import { selectionInput } from './schema';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
let sent: Record<'own' | 'reachable' | 'plain', string>;

beforeAll(async () => {
  editor = await makeEditor({ organisation: 'Harbour Union' });
  sent = {
    own: (await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A society' }], 'Harbour Union'))).reference,
    reachable: (await submit(eastWestSubmission())).reference,
    plain: (await submit(proposing('gcsc', [{ cell: 'link', value: 'https://example.org/' }]))).reference,
  };
  await confirmContact(sent.reachable);
});

const run = (input: Record<string, unknown>) => runSelected({ editor, input: selectionInput.parse(input) });
const all = () => [sent.own, sent.reachable, sent.plain];
const refused = (reason: string) => ({ reason, code: null });
const rowsOf = (references: string[]) =>
  db.contribution.findMany({
    where: { reference: { in: references } },
    orderBy: { reference: 'asc' },
    select: { status: true, assigneeId: true },
  });

describe('a command on several contributions', () => {
  it('does each by itself: what one is refused for leaves the others done', async () => {
    const other = await makeEditor();
    expect(await run({ command: 'assign', to: other.userId, references: all() })).toEqual([
      { reference: sent.own, failed: refused('own_organisation') },
      { reference: sent.reachable, failed: null },
      { reference: sent.plain, failed: null },
    ]);
    expect((await rowsOf(all())).map(({ assigneeId }) => assigneeId)).toEqual([null, other.userId, other.userId]);
    // From one editor to another, and to none.
    await run({ command: 'assign', to: editor.userId, references: [sent.plain] });
    await run({ command: 'assign', to: '', references: [sent.reachable] });
    expect((await rowsOf([sent.reachable, sent.plain])).map(({ assigneeId }) => assigneeId)).toEqual([
      null,
      editor.userId,
    ]);
  });

  it('names what an assignee may not take', async () => {
    const concerned = await makeEditor({ organisation: 'EastWest Institute' });
    const [outcome] = await run({ command: 'assign', to: concerned.userId, references: [sent.reachable] });
    expect(outcome?.failed).toEqual({ reason: 'cannot_take_it', code: 'assignee_own_organisation' });
  });

  it('tags, and takes the tag off again', async () => {
    const done = all().map((reference, at) => ({ reference, failed: at === 0 ? refused('own_organisation') : null }));
    expect(await run({ command: 'tag', tag: 'Urgent', references: all() })).toEqual(done);
    const tagsOf = async () => (await listRowsOf(all())).map(({ facts }) => facts.tags);
    expect(await tagsOf()).toEqual([['urgent'], ['urgent'], []]);
    expect(await run({ command: 'untag', tag: 'urgent', references: all() })).toEqual(done);
    expect(await tagsOf()).toEqual([[], [], []]);
  });

  it('writes one message and one mail to each that can be reached', async () => {
    const references = [sent.reachable, sent.plain];
    const text = 'We read it next week.';
    expect(await run({ command: 'write', text, references })).toEqual(
      references.map((reference) => ({ reference, failed: null })),
    );
    expect(await db.message.count({ where: { text } })).toBe(2);
    const mails = await db.mail.findMany({
      where: { kind: 'editor-note' },
      select: { contribution: { select: { reference: true } } },
    });
    expect(mails.map(({ contribution }) => contribution?.reference)).toEqual([sent.reachable]);
  });

  it('publishes what can be published and asks for changes where that is allowed', async () => {
    expect(await run({ command: 'publish', references: [...all(), 'BPF-2020-999'] })).toEqual([
      { reference: sent.own, failed: refused('own_organisation') },
      { reference: sent.reachable, failed: null },
      { reference: sent.plain, failed: null },
      { reference: 'BPF-2020-999', failed: refused('not_found') },
    ]);
    const { reference } = await submit(proposing('manrs', [{ cell: 'link', value: 'https://example.org/m' }]));
    expect(
      await run({ command: 'request', text: 'Please name a source.', references: [reference, sent.plain] }),
    ).toEqual([
      { reference, failed: null },
      { reference: sent.plain, failed: refused('not_allowed_in_status') },
    ]);
    expect(await rowsOf([reference, sent.plain])).toMatchObject([
      { status: 'published' },
      { status: 'changes_requested' },
    ]);
  });
});

it('needs a selection, each contribution once, and the words of the command', () => {
  const codes = (input: unknown) => selectionInput.safeParse(input).error?.issues.map(({ message }) => message);
  expect(codes({ command: 'publish', references: [] })).toContain('nothing_selected');
  expect(codes({ command: 'request', references: ['a'], text: ' ' })).toEqual(['required']);
  expect(codes({ command: 'tag', references: ['a'], tag: 'x'.repeat(41) })).toEqual(['too_long']);
  expect(selectionInput.parse({ command: 'publish', references: ['a', 'a'] }).references).toEqual(['a']);
});

it('lists the rows of a selection and nothing that was not sent', async () => {
  const draft = await db.contribution.findFirst({ where: { reference: { not: null }, status: 'draft' } });
  expect(draft).toBeNull();
  const created = await submit(proposing('manrs', [{ cell: 'summary', value: 'A short text.' }], 'Port of Calls'));
  await acceptChanges({ ...created, agreement: 'manrs' });
  const rows = await listRowsOf([created.reference, 'BPF-2020-999']);
  expect(rows).toMatchObject([
    { reference: created.reference, who: 'Port of Calls', pending: 0, total: 1, facts: { agreements: ['MANRS'] } },
  ]);
});

it('schedules each by itself, and says of each why it was refused', async () => {
  const words = { answers: { comments: 'Well written.' }, consent: true as const };
  const [one, other] = [await submit(words), await submit(words)];
  expect(await run({ command: 'publish', references: [other.reference] })).toMatchObject([{ failed: null }]);
  const references = [one.reference, other.reference, sent.own];
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  expect(await run({ command: 'schedule', day, time: '09:30', evenUndecided: '1', references })).toEqual([
    { reference: one.reference, failed: null },
    { reference: other.reference, failed: refused('not_allowed_in_status') },
    { reference: sent.own, failed: refused('own_organisation') },
  ]);
  expect(await db.scheduledPublication.findMany({ select: { publishAt: true, evenUndecided: true } })).toEqual([
    { publishAt: new Date(`${day}T09:30:00Z`), evenUndecided: true },
  ]);
  const passed = { command: 'schedule', day: '2020-01-01', time: '09:30', references: [one.reference] };
  expect(await run(passed)).toEqual([{ reference: one.reference, failed: { reason: 'invalid', code: 'not_ahead' } }]);
});
