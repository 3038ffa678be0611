import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { readAgreementCells } from '@/lib/agreements/cells';
import { makeCall } from '@/prisma/factories/calls';
import { withoutToday } from '@/prisma/factories/public-cells';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { PublicAgreement } from '@/lib/publication/schema';
import { GET as one } from '@/app/api/v1/agreements/[slug]/route';
import { GET as version } from '@/app/api/v1/agreements/[slug]/versions/[version]/route';
import { GET as agreements } from '@/app/api/v1/agreements/route';
import { GET as changes } from '@/app/api/v1/changes/route';
import { GET as contributions } from '@/app/api/v1/contributions/route';
import { GET as projects } from '@/app/api/v1/projects/route';
import { GET as release } from '@/app/api/v1/releases/[slug]/route';

useTestDatabase();

type Row = Record<string, unknown> & {
  facts: PublicAgreement['facts'];
  assessments: PublicAgreement['assessments'];
  slug: string;
  reference: string;
  title: string;
  contribution: string;
  version: number;
  agreement: { slug: string };
  agreements: { slug: string }[];
};
type Answer = {
  status: number;
  link: string | null;
  body: { data: Row[]; next: string | null; reason?: string; issues?: { path: string; detail: string }[] } & Row;
};
type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

async function ask(route: Route, query = '', params: Record<string, string> = {}): Promise<Answer> {
  const response = await route(new Request(`http://localhost/api/v1/x${query}`), {
    params: Promise.resolve(params as never),
  }); // each route has names of its own
  return { status: response.status, link: response.headers.get('link'), body: await response.json() };
}
const slugs = ({ body }: Answer) => body.data.map(({ slug }) => slug);

/** The rows of every page of a list, loaded by following `next`. */
async function walk(route: Route, query: string): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = '';
  while (after !== null) {
    const { body, link }: Answer = await ask(route, `?limit=2${query}${after === '' ? '' : `&after=${after}`}`);
    expect(link?.includes(`after=${body.next}`) ?? null).toBe(body.next === null ? null : true);
    rows.push(...body.data);
    after = body.next;
  }
  return rows;
}

let decided: string;
beforeAll(async () => {
  const editor = await makeEditor();
  for (const about of [
    {},
    { affiliation: 'Example Council', country: 'KE', stakeholderGroup: 'academia' as const, show: { country: true } },
    { anonymous: true, country: 'KE' },
  ]) {
    const { reference } = await submit({
      ...eastWestSubmission(),
      about: { ...about, email: `office-${Math.random()}@example.org` },
    });
    await publishContribution({ editor, reference });
  }
  const { reference, changes: proposed } = await submit(
    proposing('manrs', [{ cell: 'maintainer', value: 'A league of networks' }]),
  );
  decided = reference;
  await publishContribution({ editor, reference });
  const seen = (await readAgreementCells('manrs'))?.cells.maintainer?.version ?? 0;
  expect(
    await decideChanges({
      editor,
      reference,
      decisions: [{ change: proposed.maintainer ?? '', outcome: 'accept', seen, resolve: true }],
    }),
  ).toMatchObject({ ok: true });
  const gone = await submit({
    ...proposing('gcsc', [{ cell: 'maintainer', value: 'Nobody' }]),
    about: { country: 'NR', stakeholderGroup: 'government', show: { country: true } },
  });
  await publishContribution({ editor, reference: gone.reference });
  const { id } = await db.contribution.findUniqueOrThrow({
    where: { reference: gone.reference },
    select: { id: true },
  });
  await withdrawContribution({ contributionId: id });
});

describe('agreements', () => {
  it('are filtered by space, nature and assessment, in pages too', async () => {
    const united = await ask(agreements, '?space=united-nations');
    expect(slugs(united)).toContain('ungge-2015');
    expect(slugs(united)).not.toContain('manrs');
    const all = await ask(agreements, '?nature=normative&has=reference-to-human-rights:yes');
    const both = await ask(agreements, '?nature=normative&has=reference-to-human-rights:yes&has=specified-cbms:yes');
    expect(both.body.data.length).toBeLessThan(all.body.data.length);
    expect(slugs(all)).toEqual(expect.arrayContaining(slugs(both)));
    expect((await walk(agreements, '&nature=normative')).map(({ slug }) => slug)).toEqual(
      slugs(await ask(agreements, '?nature=normative')),
    );
  });

  it('are returned in a past state, one by one and together', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const now = await ask(one, '', { slug: 'manrs' });
    expect(await ask(one, `?at=${today}`, { slug: 'manrs' })).toEqual({ ...now, body: withoutToday(now.body) });
    expect((await ask(agreements, `?at=${today}`)).body.data).toEqual(
      (await ask(agreements)).body.data.map(withoutToday),
    );
    expect((await walk(agreements, `&at=${today}&space=united-nations`)).map(({ slug }) => slug)).toEqual(
      slugs(await ask(agreements, '?space=united-nations')),
    );
    expect((await ask(agreements, '?at=1999-12-31')).body).toEqual({ data: [], next: null });
    expect(await ask(one, '?at=1999-12-31', { slug: 'manrs' })).toMatchObject({
      status: 404,
      body: { reason: 'not_found' },
    });

    const before = await ask(version, '', { slug: 'manrs', version: String(now.body.version - 1) });
    expect(before.body.version).toBe(now.body.version - 1);
    expect(before.body.facts).not.toEqual(now.body.facts);
    expect((await ask(version, '', { slug: 'manrs', version: String(now.body.version) })).body).toEqual(
      withoutToday(now.body),
    );
    for (const none of ['0', '01', '1.0', '99', '-1', 'x'])
      expect((await ask(version, '', { slug: 'manrs', version: none })).status).toBe(404);
  });

  it.each([
    ['?space=mars', 'space'],
    ['?space=united-nations&space=united-nations', 'space'],
    ['?has=reference-to-human-rights', 'has'],
    ['?has=reference-to-human-rights:perhaps', 'has'],
    ['?has=no-such-criterion:yes', 'has'],
    ['?at=2020-02-30', 'at'],
    ['?at=2020-13-01', 'at'],
    ['?at=latest', 'at'],
    ['?at=2999-12-31', 'at'],
    ['?after=atlantis', 'after'],
    ['?at=2020-11-30&after=atlantis', 'after'],
    ['?q=manrs&space=united-nations', 'space'],
    ['?q=manrs&at=2020-11-30', 'at'],
    ['?constructor=1', 'constructor'],
  ])('reject %s in words', async (query, path) => {
    const { status, body } = await ask(agreements, query);
    expect([status, body.reason, body.issues?.map((issue) => issue.path)]).toEqual([400, 'malformed', [path]]);
    expect(body.issues?.[0]?.detail).toMatch(/\.$/);
  });

  it('of a release that does not exist are not found', async () => {
    expect((await ask(agreements, '?at=1999.1')).status).toBe(404);
    expect((await ask(one, '?at=1999.1', { slug: 'manrs' })).status).toBe(404);
    expect((await ask(release, '', { slug: '1999.1' })).status).toBe(404);
  });
});

describe('contributions', () => {
  const found = async (query: string) => (await walk(contributions, query)).map(({ reference }) => reference);

  it('are filtered by their authors’ public details and by agreement', async () => {
    expect(await found('&country=KE')).toHaveLength(1);
    expect(await found('&country=KE&group=academia')).toHaveLength(1);
    expect(await found('&country=KE&group=government')).toEqual([]);
    expect(await found('&agreement=manrs&call=2020')).toContain(decided);
    expect(await found('&agreement=sco-agreement')).toEqual([]);
  });

  it('continue only from a position in the same list', async () => {
    const { slug: call } = await makeCall('open');
    expect(await ask(contributions, `?call=2020&after=${decided}`)).toMatchObject({ status: 200 });
    expect(await ask(contributions, `?call=${call}&after=${decided}`)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'after' }] },
    });
  });

  it('that were withdrawn are not found by their former content', async () => {
    expect((await ask(contributions)).body.data.map(({ status }) => status)).toContain('withdrawn');
    for (const query of ['&country=NR', '&group=government']) expect(await found(query)).toEqual([]);
    expect(await found('&agreement=gcsc')).not.toContain(
      (await ask(contributions)).body.data.find(({ status }) => status === 'withdrawn')?.reference,
    );
  });

  it.each([
    '?country=ke',
    '?country=XX',
    '?group=martians',
    '?agreement=Paris Call',
    '?call=%00',
    '?after=BPF-1999-001',
  ])('reject %s in words', async (query) => {
    expect(await ask(contributions, query)).toMatchObject({ status: 400, body: { reason: 'malformed' } });
  });
});

describe('projects', () => {
  it('come in pages and are filtered by what they put into practice', async () => {
    const all = (await ask(projects)).body.data;
    expect(all).toHaveLength(6);
    expect(await walk(projects, '')).toEqual(all);
    expect(await walk(projects, '&agreement=gcsc&criterion=report-vulnerabilities')).toHaveLength(3);
    expect((await ask(projects, '?agreement=manrs')).body.data).toEqual([]);
    expect(await ask(projects, '?after=BPF-1999-001.1')).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'after' }] },
    });
  });
});

describe('changes', () => {
  it('come newest first, in pages, and of one agreement on request', async () => {
    const [newest, ...older] = (await ask(changes)).body.data;
    expect([newest?.agreement.slug, newest?.contribution, older.length]).toEqual(['manrs', decided, 23]);
    expect((await walk(changes, '')).map((row) => [row.agreement.slug, row.version])).toEqual(
      [newest, ...older].map((row) => [row?.agreement.slug, row?.version]),
    );
    expect(await walk(changes, '&agreement=manrs')).toHaveLength(2);
    for (const after of ['manrs', 'manrs.0', 'manrs.99', 'atlantis.1', 'gcsc.1&agreement=manrs'])
      expect(await ask(changes, `?after=${after}`)).toMatchObject({
        status: 400,
        body: { issues: [{ path: 'after' }] },
      });
  });
});
