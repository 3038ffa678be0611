import { beforeEach, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';

useTestDatabase();

type Editor = Awaited<ReturnType<typeof makeEditor>>;
let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

describe('deciding on a new agreement', () => {
  it('gives a new agreement the name in addresses that the editor chooses, and no other', async () => {
    const { reference } = await submit({
      proposals: [
        {
          kind: 'new',
          changes: [
            { cell: 'name', value: 'Декларация о безопасности' },
            { cell: 'launchDate', value: '2020-06' },
          ],
        },
      ],
      consent: true,
    });
    const changes = new Map(
      (
        await db.proposedChange.findMany({ where: { contribution: { reference } }, select: { id: true, key: true } })
      ).map(({ id, key }) => [key, id]),
    );
    const name = (slug: string) => ({
      change: changes.get('name') ?? '',
      outcome: 'accept' as const,
      seen: 0,
      resolve: false,
      slug,
    });
    const date = {
      change: changes.get('launchDate') ?? '',
      outcome: 'accept' as const,
      seen: 0,
      resolve: false,
      slug: 'security-declaration',
    };
    expect(await decideChanges({ editor, reference, decisions: [name('paris-call')] })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'decisions.0.slug', code: 'slug_taken' }],
    });
    expect(await decideChanges({ editor, reference, decisions: [date] })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'decisions.0.slug', code: 'slug_is_given' }],
    });
    expect(await decideChanges({ editor, reference, decisions: [name('security-declaration')] })).toMatchObject({
      ok: true,
      revisions: [{ agreement: 'security-declaration', version: 1 }],
    });
  });

  it('makes a new agreement of its accepted cells, and not without a name', async () => {
    const { reference, changes } = await submit({
      proposals: [
        {
          kind: 'new',
          changes: [
            { cell: 'name', value: 'Charter of the Test Federation' },
            { cell: 'launchDate', value: '2020-06' },
            { cell: 'report-vulnerabilities', value: 'yes' },
          ],
        },
      ],
      consent: true,
    });
    const accept = (key: string) =>
      ({ change: changes[key] ?? '', outcome: 'accept', seen: 0, resolve: false }) as const;
    expect(await decideChanges({ editor, reference, decisions: [accept('launchDate')] })).toEqual({
      ok: false,
      reason: 'name_needed_first',
    });
    const result = await decideChanges({
      editor,
      reference,
      decisions: [accept('name'), accept('report-vulnerabilities')],
    });
    expect(result).toMatchObject({
      ok: true,
      revisions: [{ agreement: 'charter-of-the-test-federation', version: 1 }],
    });
    expect(await decideChanges({ editor, reference, decisions: [accept('launchDate')] })).toMatchObject({
      revisions: [{ agreement: 'charter-of-the-test-federation', version: 2 }],
    });
    expect((await readAgreementCells('charter-of-the-test-federation'))?.cells).toMatchObject({
      name: { version: 1 },
      launchDate: { value: '2020-06', version: 2 },
    });
  });
});
