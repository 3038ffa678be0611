import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decide, list, read, signInProgram, tokenOf } from './desk-program';

useTestDatabase();

beforeAll(signInProgram);

describe('without a valid token', () => {
  it('shows nothing and decides nothing', async () => {
    const { reference, changes } = await submit(
      proposing('gcsc', [{ cell: 'maintainer', value: 'A secretariat' }], 'Hidden Institute'),
    );
    const decisions = [{ change: changes.maintainer, outcome: 'accept', seen: 0 }];
    const revoked = await tokenOf(await makeEditor());
    await revoked.revoke();
    const gone = await makeEditor();
    const { token: ofGone } = await tokenOf(gone);
    await db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    for (const as of [null, 'bpf_', `bpf_${'a'.repeat(43)}`, revoked.token, ofGone]) {
      for (const { status, body } of [
        await list('', as),
        await read(reference, as),
        await decide(reference, decisions, as),
      ]) {
        expect({ status, reason: body.reason }).toEqual({ status: 401, reason: 'not_signed_in' });
        expect(JSON.stringify(body)).not.toContain('Hidden');
      }
    }
    expect(
      await db.proposedChange.findUniqueOrThrow({ where: { id: changes.maintainer }, select: { status: true } }),
    ).toEqual({ status: 'pending' });
  });
});

describe('the queue by program', () => {
  it('lists the same as the page, in pages', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { status, body } = await list('?status=submitted&call=2020&q=techn&limit=1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [{ reference, who: 'EastWest Institute', pending: 3, total: 3 }], next: null });
    const first = await list('?limit=1');
    expect(first.body).toMatchObject({ data: [{ reference }] });
    const second = await list(`?limit=1&after=${String(first.body.next)}`);
    expect(second.body).toMatchObject({ data: [{ who: 'Hidden Institute' }] });
  });

  it.each([
    '?status=draft',
    '?status=open',
    '?limit=0',
    '?limit=101',
    '?limit=x',
    '?after=xyz',
    `?q=${'x'.repeat(201)}`,
    '?colour=blue',
    '?q=%00',
    '?call=%00',
  ])('refuses %s in words', async (query) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.detail).toMatch(new RegExp(`^(${/\w+/.exec(query)?.[0] ?? ''}|There is no such parameter) .+\\.$`));
  });
});

describe('a token that may only read', () => {
  it('reads, and is refused a decision in words', async () => {
    const reader = (await tokenOf(await makeEditor(), 'read')).token;
    const { reference, changes } = await submit(
      proposing('csde-anti-botnet-guide', [{ cell: 'maintainer', value: 'A council' }]),
    );
    expect((await list('', reader)).status).toBe(200);
    expect((await read(reference, reader)).status).toBe(200);
    const refused = await decide(reference, [{ change: changes.maintainer, outcome: 'reject', reason: 'No.' }], reader);
    expect(refused).toMatchObject({
      status: 403,
      body: {
        reason: 'forbidden',
        issues: [{ path: 'Authorization', code: 'token_scope', detail: expect.stringContaining('reading only') }],
      },
    });
    expect(await db.decision.count({ where: { change: { contribution: { reference } } } })).toBe(0);
  });
});

describe('one contribution by program', () => {
  it('contains all that a decision needs, and a decision can use it unchanged', async () => {
    const rival = await submit(proposing('tech-accord', [{ cell: 'maintainer', value: 'A secretariat of its own' }]));
    const { reference } = await submit(
      proposing('tech-accord', [{ cell: 'maintainer', value: 'Its signatories' }], 'Example Council'),
    );
    const { status, body } = await read(reference);
    expect(status).toBe(200);
    const current = (await readAgreementCells('tech-accord'))?.cells.maintainer;
    expect(body).toMatchObject({
      reference,
      call: '2020',
      status: 'submitted',
      revision: 1,
      mayDecide: true,
      who: { affiliation: 'Example Council' },
    });
    const [proposal] = body.proposals as {
      agreement: string;
      cells: { change: string; seen: number; proposed: unknown; rivals: unknown; current: unknown }[];
    }[];
    expect(proposal).toMatchObject({
      agreement: 'tech-accord',
      cells: [
        {
          cell: 'maintainer',
          status: 'pending',
          seen: current?.version ?? 0,
          proposed: { value: 'Its signatories' },
          rivals: { total: 1, references: [rival.reference] },
          decision: null,
        },
      ],
    });
    const [cell] = proposal?.cells ?? [];
    const accept = [{ change: cell?.change, outcome: 'accept', seen: cell?.seen, resolve: true }];
    const dry = await decide(reference, accept, undefined, { dryRun: true });
    expect(dry).toMatchObject({
      status: 200,
      body: {
        waiting: null,
        effects: [
          { key: 'maintainer', outcome: 'accepted', rivals: [{ reference: rival.reference, outcome: 'superseded' }] },
        ],
      },
    });
    expect((await readAgreementCells('tech-accord'))?.cells.maintainer).toEqual(current);
    expect(await decide(reference, accept)).toMatchObject({
      status: 200,
      body: { decided: 1, superseded: 1, waiting: null },
    });
    const [decided] = ((await read(reference)).body.proposals as (typeof proposal)[])[0]?.cells ?? [];
    expect(decided).toMatchObject({ status: 'accepted', state: null, decision: { outcome: 'accepted' } });
  });

  it('hides the identity of an anonymous contributor, every address, and the editors’ internal notes', async () => {
    const about = {
      anonymous: true,
      name: 'Secret person',
      affiliation: 'Secret society',
      email: 'secret.box@example.org',
      country: 'FR',
    };
    const { reference } = await submit({
      ...proposing('sco-agreement', [{ cell: 'maintainer', value: 'A bureau' }]),
      about,
    } as never);
    const editor = await makeEditor();
    await db.note.create({
      data: {
        user: { connect: { id: editor.userId } },
        text: 'Secret doubts',
        contribution: { connect: { reference } },
      },
    });
    const { body } = await read(reference);
    expect(body.who).toBeNull();
    expect(JSON.stringify(body)).not.toMatch(/secret/i);
    const shown = await submit({
      ...eastWestSubmission(),
      proposals: proposing('oas-strategy', [{ cell: 'maintainer', value: 'A committee' }]).proposals,
    });
    expect(JSON.stringify((await read(shown.reference)).body)).not.toContain('programme.office');
  });

  it('is not found where it does not exist, and can’t be decided by its own organisation', async () => {
    for (const reference of ['BPF-2020-999', 'nonsense', '\0'])
      expect(await read(reference)).toMatchObject({ status: 404, body: { reason: 'not_found' } });
    const { reference } = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A league' }], 'Own League'));
    const own = (await tokenOf(await makeEditor({ organisation: 'Own League' }))).token;
    expect((await read(reference, own)).body.mayDecide).toBe(false);
  });
});
