import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { readHistory } from './agreements';
import { decideChanges } from '@/lib/review/decide';
import { undoRevision } from '@/lib/review/undo/undo';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listDatasetChanges } from './changes';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ name: 'Zquibble Editor', email: 'zquibble.editor@example.org', role: 'admin' });
});

async function accept(agreement: string, cell: string, value: string) {
  const { reference, changes } = await submit(proposing(agreement, [{ cell, value }], 'Zquibble House'));
  const seen = (await readAgreementCells(agreement))?.cells[cell]?.version ?? 0;
  const decided = await decideChanges({
    editor,
    reference,
    decisions: [{ change: changes[cell] ?? '', outcome: 'accept', seen, resolve: true }],
  });
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  return { reference, version: decided.revisions[0]?.version ?? 0 };
}

describe('listDatasetChanges', () => {
  it('lists the newest first over all agreements, equal to their histories, without who decided', async () => {
    const { version } = await accept('manrs', 'maintainer', 'A secretariat');
    const { reference } = await accept('gcsc', 'maintainer', 'A commission');
    await undoRevision({ editor, agreement: 'manrs', version, reason: 'The source says otherwise.' });
    const changes = await listDatasetChanges({ limit: 3 });
    expect(
      changes.map(({ agreement, kind, reverts, reason, contribution }) => [
        agreement.slug,
        kind,
        reverts,
        reason,
        contribution,
      ]),
    ).toEqual([
      ['manrs', 'revert', version, 'The source says otherwise.', null],
      ['gcsc', 'decision', null, null, reference],
      ['manrs', 'decision', null, null, expect.stringMatching(/^BPF-2020-\d+$/)],
    ]);
    const { agreement: _, ...second } = changes[1] ?? {};
    expect(second).toEqual((await readHistory('gcsc'))?.[0]);
    expect(JSON.stringify(changes)).not.toMatch(/zquibble|@example|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  });

  it('continues after a place without gap or repetition, also with many changes at one moment', async () => {
    const all = await listDatasetChanges({ limit: 1_000 });
    const places = all.map(({ agreement, version }) => `${agreement.slug}:${version}`);
    expect(new Set(places).size).toBe(places.length);
    const read: string[] = [];
    for (let after: { agreement: string; version: number } | undefined; ;) {
      const page = await listDatasetChanges({ after, limit: 5 });
      const last = page.at(-1);
      if (!last) break;
      read.push(...page.map(({ agreement, version }) => `${agreement.slug}:${version}`));
      after = { agreement: last.agreement.slug, version: last.version };
    }
    expect(read).toEqual(places);
  });

  it('can be limited to one agreement, and refuses the place of another', async () => {
    const own = await listDatasetChanges({ agreement: 'gcsc', limit: 10 });
    expect(own.map(({ version }) => version)).toEqual((await readHistory('gcsc'))?.map(({ version }) => version));
    expect(await listDatasetChanges({ agreement: 'no-such-agreement', limit: 10 })).toEqual([]);
    expect(await listDatasetChanges({ after: { agreement: 'gcsc', version: 99 }, limit: 10 })).toEqual([]);
  });
});
