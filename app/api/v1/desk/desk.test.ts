import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/queries';
import { createToken, revokeToken } from '@/lib/auth/tokens/mutations';
import { db } from '@/lib/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { GET } from './contributions/route';
import { POST } from './contributions/[reference]/decisions/route';

useTestDatabase();

type Answer = { status: number; body: Record<string, unknown> };
let token: string;

async function tokenOf(editor: Awaited<ReturnType<typeof makeEditor>>, days = 30): Promise<{ token: string; revoke: () => Promise<unknown> }> {
  const made = await createToken(editor, { name: 'A program', days });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return { token: made.token, revoke: () => revokeToken(editor, made.id) };
}

async function answered(response: Response): Promise<Answer> {
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(response.headers.get('content-type')).toMatch(response.ok ? /^application\/json/ : /^application\/problem\+json/);
  return { status: response.status, body: await response.json() };
}

const authorised = (as: string | null): Record<string, string> => (as === null ? {} : { Authorization: `Bearer ${as}` });

const list = async (query = '', as: string | null = token) =>
  answered(await GET(new Request(`http://localhost/api/v1/desk/contributions${query}`, { headers: authorised(as) }), { params: Promise.resolve({}) }));

async function decide(reference: string, decisions: unknown, as: string | null = token): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', ...authorised(as) };
  const request = new Request(`http://localhost/api/v1/desk/contributions/${reference}/decisions`, { method: 'POST', headers, body: JSON.stringify({ decisions }) });
  return answered(await POST(request, { params: Promise.resolve({ reference }) }));
}

beforeAll(async () => {
  token = (await tokenOf(await makeEditor())).token;
});

describe('without a token that counts', () => {
  it('nothing is shown and nothing decided', async () => {
    const { reference, changes } = await submit(proposing('gcsc', [{ cell: 'maintainer', value: 'A secretariat' }], 'Hidden Institute'));
    const decisions = [{ change: changes.maintainer, outcome: 'accept', seen: 0 }];
    const revoked = await tokenOf(await makeEditor());
    await revoked.revoke();
    const gone = await makeEditor();
    const { token: ofGone } = await tokenOf(gone);
    await db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
    for (const as of [null, 'bpf_', `bpf_${'a'.repeat(43)}`, revoked.token, ofGone]) {
      for (const { status, body } of [await list('', as), await decide(reference, decisions, as)]) {
        expect({ status, reason: body.reason }).toEqual({ status: 401, reason: 'not_signed_in' });
        expect(JSON.stringify(body)).not.toContain('Hidden');
      }
    }
    expect(await db.proposedChange.findUniqueOrThrow({ where: { id: changes.maintainer }, select: { status: true } })).toEqual({ status: 'pending' });
  });
});

describe('the queue by program', () => {
  it('lists what the page lists, in pages', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { status, body } = await list('?status=submitted&call=2020&q=techn&limit=1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: [{ reference, who: 'EastWest Institute', pending: 3, total: 3 }], next: null });
    const first = await list('?limit=1');
    expect(first.body).toMatchObject({ data: [{ reference }] });
    const second = await list(`?limit=1&after=${String(first.body.next)}`);
    expect(second.body).toMatchObject({ data: [{ who: 'Hidden Institute' }] });
  });

  it.each(['?status=draft', '?status=open', '?limit=0', '?limit=101', '?limit=x', '?after=xyz', `?q=${'x'.repeat(201)}`, '?colour=blue', '?q=%00', '?call=%00'])('refuses %s in words', async (query) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.detail).toMatch(new RegExp(`^(${/\w+/.exec(query)?.[0] ?? ''}|There is no such parameter) .+\\.$`));
  });
});

describe('decisions by program', () => {
  it('are carried out all or not at all, and once', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    const cells = (await readAgreementCells('gcsc'))?.cells;
    const decisions = [
      { change: changes.name, outcome: 'amend', seen: cells?.name?.version, value: 'GCSC Framework' },
      { change: changes['respond-to-requests-for-help'], outcome: 'accept', seen: cells?.['respond-to-requests-for-help']?.version },
      { change: changes.launchDate, outcome: 'reject', reason: 'Later than the first norms.' },
    ];
    const stale = await decide(reference, [{ ...decisions[0], seen: 99 }, decisions[2]]);
    expect(stale).toMatchObject({ status: 409, body: { reason: 'stale', issues: [{ path: 'decisions.0.seen', code: 'stale' }] } });
    expect(await db.decision.count({ where: { change: { contribution: { reference } } } })).toBe(0);

    // The same was submitted above: its equal cell is joined, its other name superseded.
    const version = ((await readAgreementCells('gcsc'))?.version ?? 0) + 1;
    const done = await decide(reference, decisions);
    expect(done).toEqual({ status: 200, body: { decided: 3, joined: 1, superseded: 1, revisions: [{ agreement: 'gcsc', version }] } });
    expect((await decide(reference, decisions)).body).toMatchObject({ decided: 0 });

    const other = (await tokenOf(await makeEditor())).token;
    const late = await decide(reference, [{ change: changes.name, outcome: 'reject', reason: 'No.' }], other);
    expect(late).toMatchObject({ status: 409, body: { reason: 'already_decided' } });
  });

  it('need to be decisions, on changes of that contribution', async () => {
    const { reference, changes } = await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'A ministry' }, { cell: 'link', value: 'https://example.org/' }]));
    const elsewhere = await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'Another' }]));
    const change = changes.maintainer;
    const faults = async (decisions: unknown) => {
      const { status, body } = await decide(reference, decisions);
      return [status, ...((body.issues as { path: string; code: string }[] | undefined)?.map((issue) => `${issue.path} ${issue.code}`) ?? [])];
    };
    expect(await faults([])).toEqual([422, 'decisions nothing_to_decide']);
    expect(await faults('all')).toEqual([422, 'decisions invalid']);
    expect(await faults([{ change, outcome: 'reject', reason: ' ' }])).toEqual([422, 'decisions.0.reason reason_required']);
    expect(await faults([{ change, outcome: 'amend', seen: 0, value: '\u0007' }])).toEqual([422, 'decisions.0.value control_characters']);
    expect(await faults([{ change, outcome: 'perhaps', seen: 1 }])).toEqual([422, 'decisions.0.outcome unknown_choice']);
    expect(await faults([{ change, outcome: 'accept', seen: 1, colour: 'blue' }])).toEqual([422, 'decisions.0.colour unknown_field']);
    expect(await faults([{ change, outcome: 'accept', seen: 1 }, { change, outcome: 'accept', seen: 1 }])).toEqual([422, 'decisions.1.change change_named_twice']);
    expect(await faults([{ change: elsewhere.changes.maintainer, outcome: 'accept', seen: 1 }])).toEqual([404, 'decisions.0.change not_found']);
    expect(await decide('BPF-2020-999', [{ change, outcome: 'accept', seen: 1 }])).toMatchObject({ status: 404, body: { reason: 'not_found' } });
    expect(await decide('\0', [{ change, outcome: 'accept', seen: 1 }])).toMatchObject({ status: 404, body: { reason: 'not_found' } });
  });

  it('are not made on one’s own organisation’s contribution', async () => {
    const own = (await tokenOf(await makeEditor({ organisation: 'The Example Institute' }))).token;
    const { reference, changes } = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A society' }], 'Example Institute'));
    expect(await decide(reference, [{ change: changes.maintainer, outcome: 'accept', seen: 1 }], own)).toMatchObject({ status: 403, body: { reason: 'own_organisation' } });
  });
});
