import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decide, signInProgram, tokenOf } from './desk-program';

useTestDatabase();

beforeAll(signInProgram);

describe('decisions by program', () => {
  it('are stored all or none, and once', async () => {
    // Another contribution proposes the same: the equal cell is joined, the other name is superseded.
    await submit(eastWestSubmission());
    const { reference, changes } = await submit(eastWestSubmission());
    const cells = (await readAgreementCells('gcsc'))?.cells;
    const decisions = [
      { change: changes.name, outcome: 'amend', seen: cells?.name?.version, value: 'GCSC Framework' },
      {
        change: changes['respond-to-requests-for-help'],
        outcome: 'accept',
        seen: cells?.['respond-to-requests-for-help']?.version,
      },
      { change: changes.launchDate, outcome: 'reject', reason: 'Later than the first norms.' },
    ];
    const stale = await decide(reference, [{ ...decisions[0], seen: 99 }, decisions[2]]);
    expect(stale).toMatchObject({
      status: 409,
      body: { reason: 'stale', issues: [{ path: 'decisions.0.seen', code: 'stale' }] },
    });
    expect(await db.decision.count({ where: { change: { contribution: { reference } } } })).toBe(0);

    const version = ((await readAgreementCells('gcsc'))?.version ?? 0) + 1;
    const done = await decide(reference, decisions);
    expect(done).toEqual({
      status: 200,
      body: {
        decided: 3,
        joined: 1,
        superseded: 1,
        revisions: [{ agreement: 'gcsc', version }],
        waiting: null,
        effects: [],
      },
    });
    expect((await decide(reference, decisions)).body).toMatchObject({ decided: 0 });

    const other = (await tokenOf(await makeEditor())).token;
    const late = await decide(reference, [{ change: changes.name, outcome: 'reject', reason: 'No.' }], other);
    expect(late).toMatchObject({ status: 409, body: { reason: 'already_decided' } });
  });

  it('are refused unless they are decisions on changes of that contribution', async () => {
    const { reference, changes } = await submit(
      proposing('paris-call', [
        { cell: 'maintainer', value: 'A ministry' },
        { cell: 'link', value: 'https://example.org/' },
      ]),
    );
    const elsewhere = await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'Another' }]));
    const change = changes.maintainer;
    const faults = async (decisions: unknown) => {
      const { status, body } = await decide(reference, decisions);
      return [
        status,
        ...((body.issues as { path: string; code: string }[] | undefined)?.map(
          (issue) => `${issue.path} ${issue.code}`,
        ) ?? []),
      ];
    };
    expect(await faults([])).toEqual([422, 'decisions nothing_to_decide']);
    expect(await faults('all')).toEqual([422, 'decisions invalid']);
    expect(await faults([{ change, outcome: 'reject', reason: ' ' }])).toEqual([
      422,
      'decisions.0.reason reason_required',
    ]);
    expect(await faults([{ change, outcome: 'amend', seen: 0, value: '\u0007' }])).toEqual([
      422,
      'decisions.0.value required',
    ]);
    expect(await faults([{ change, outcome: 'perhaps', seen: 1 }])).toEqual([
      422,
      'decisions.0.outcome unknown_choice',
    ]);
    expect(await faults([{ change, outcome: 'accept', seen: 1, colour: 'blue' }])).toEqual([
      422,
      'decisions.0.colour unknown_field',
    ]);
    expect(
      await faults([
        { change, outcome: 'accept', seen: 1 },
        { change, outcome: 'accept', seen: 1 },
      ]),
    ).toEqual([422, 'decisions.1.change change_named_twice']);
    expect(await faults([{ change: elsewhere.changes.maintainer, outcome: 'accept', seen: 1 }])).toEqual([
      404,
      'decisions.0.change not_found',
    ]);
    expect(await decide('BPF-2020-999', [{ change, outcome: 'accept', seen: 1 }])).toMatchObject({
      status: 404,
      body: { reason: 'not_found' },
    });
    expect(await decide('\0', [{ change, outcome: 'accept', seen: 1 }])).toMatchObject({
      status: 404,
      body: { reason: 'not_found' },
    });
  });

  it('are refused on a contribution of the editor’s own organisation', async () => {
    const own = (await tokenOf(await makeEditor({ organisation: 'The Example Institute' }))).token;
    const { reference, changes } = await submit(
      proposing('manrs', [{ cell: 'maintainer', value: 'A society' }], 'Example Institute'),
    );
    expect(await decide(reference, [{ change: changes.maintainer, outcome: 'accept', seen: 1 }], own)).toMatchObject({
      status: 403,
      body: { reason: 'own_organisation' },
    });
  });
});
