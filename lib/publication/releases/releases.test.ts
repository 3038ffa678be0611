import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { withSettings } from '@/lib/platform/settings/current-settings';
import { DEFAULT_SETTINGS } from '@/lib/platform/settings/settings-schema';
import { listAgreements } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { retireAgreement } from '@/lib/review/retirement';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { PublicAgreement } from '@/lib/publication/schema';
import { freezeRelease } from './freeze';
import { citationOf, nextSlug } from './releases';
import { listReleases, previewRelease, readRelease, readReleasedAgreements, readReleasedFile } from './releases';
import { newRelease } from './schema';
import { rounds } from '@/prisma/factories/thoroughness';

useTestDatabase();

const ROUNDS = rounds(3, 30);
const origin = 'https://forum.example.org';
let count = 0;
const freeze = async (slug: string, role: 'editor' | 'admin' = 'admin') =>
  freezeRelease({
    admin: await makeEditor({ role }),
    release: { slug, title: `State ${slug}`, notes: 'Some notes.' },
    origin,
  });

/** Prepares a decision on one cell; returns what carries it out. */
async function deciding(slug: string, key: string, value = `Another value ${(count += 1)}`) {
  const { reference, changes } = await submit(proposing(slug, [{ cell: key, value }]));
  const editor = await makeEditor();
  const seen = (await readAgreementCells(slug))?.cells[key]?.version ?? 0;
  return () =>
    decideChanges({
      editor,
      reference,
      decisions: [{ change: changes[key] ?? '', outcome: 'accept', seen, resolve: true }],
    });
}
const decide = async (slug: string, key: string, value?: string) =>
  expect((await (await deciding(slug, key, value))()).ok).toBe(true);

const text = async (release: string, name: string) =>
  new TextDecoder().decode((await readReleasedFile(release, name))?.bytes);

describe('a release', () => {
  it('holds every file byte for byte, whatever is decided later', async () => {
    expect(await freeze('2026.1', 'editor')).toEqual({ ok: false, reason: 'forbidden' });
    const before = await listAgreements();
    expect(await freeze('2026.1')).toEqual({ ok: true, slug: '2026.1' });
    await decide('manrs', 'maintainer', 'Somebody else');
    expect(await readReleasedAgreements('2026.1')).toEqual(before);
    const release = await readRelease('2026.1');
    expect(release).toMatchObject({
      title: 'State 2026.1',
      previous: null,
      changed: null,
      changes: null,
      counts: { agreements: 23 },
    });
    expect(release?.files).toHaveLength(22);
    for (const { name, size, sha256, url } of release?.files ?? []) {
      const bytes = (await readReleasedFile('2026.1', name))?.bytes ?? new Uint8Array();
      expect([name, bytes.byteLength, createHash('sha256').update(bytes).digest('hex'), url]).toEqual([
        name,
        size,
        sha256,
        `/data/2026.1/${name}`,
      ]);
    }
    expect(release?.checksum).toBe(release?.files.find(({ name }) => name === 'agreements.json')?.sha256);
    expect(await text('2026.1', 'citation.txt')).toContain(`${origin}/en/releases/2026.1`);
    expect(await readReleasedFile('2026.1', 'passwords.csv')).toBeNull();
    expect(await readRelease('1999.1')).toBeNull();
  });

  it('keeps its key in citations when the forum gets another short name', async () => {
    const release = await readRelease('2026.1');
    const renamed = { ...DEFAULT_SETTINGS, shortName: 'Coalition Ü' };
    const cited = release && (await withSettings(renamed, () => citationOf(origin, release)));
    expect(cited?.key).toBe('bpf-cybersecurity-2026.1');
    expect(await text('2026.1', 'citation.bib')).toContain('@misc{bpf-cybersecurity-2026.1,');
  });

  it('states the differences from the one before, and is refused without any or with a taken name', async () => {
    expect(await freeze('2026.1')).toEqual({ ok: false, reason: 'slug_taken' });
    await retireAgreement({ editor: await makeEditor(), agreement: 'oas-strategy', reason: 'Replaced.' });
    const preview = await previewRelease();
    expect(preview).toMatchObject({
      previous: '2026.1',
      agreements: 22,
      changes: { removed: [{ slug: 'oas-strategy' }] },
    });
    expect(await freeze('2026.2')).toEqual({ ok: true, slug: '2026.2' });
    const release = await readRelease('2026.2');
    expect(release).toMatchObject({ previous: '2026.1', changed: { added: 0, removed: 1, cells: 1 } });
    expect(release?.changes).toEqual(preview.changes);
    expect(release?.changes?.cells).toEqual([
      {
        agreement: 'manrs',
        cell: 'maintainer',
        before: expect.objectContaining({ value: expect.any(String) as string }) as object,
        after: expect.objectContaining({ value: 'Somebody else' }) as object,
      },
    ]);
    expect(await freeze('2026.3')).toEqual({ ok: false, reason: 'nothing_changed' });
    expect((await listReleases()).map(({ slug }) => slug)).toEqual(['2026.2', '2026.1']);
    const events = await db.auditEvent.findMany({
      where: { subjectKind: 'release' },
      orderBy: { id: 'asc' },
      select: { action: true, subjectId: true, details: true },
    });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['release.frozen', '2026.1'],
      ['release.frozen', '2026.2'],
    ]);
    expect(events[1]?.details).toEqual({ ...release?.counts, checksum: release?.checksum, previous: '2026.1' });
  });
});

describe('races', () => {
  it('two releases at the same moment follow each other', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await decide('gcsc', 'maintainer');
      const slugs = [`race-${round}.a`, `race-${round}.b`];
      const results = await Promise.all(slugs.map((slug) => freeze(slug)));
      // The second one finds that the state was released already.
      expect(results.map((result) => (result.ok ? 'frozen' : result.reason)).toSorted()).toEqual([
        'frozen',
        'nothing_changed',
      ]);
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      await decide('gcsc', 'maintainer');
      const [one, other] = await Promise.all([freeze(`same-${round}`), freeze(`same-${round}`)]);
      expect([one, other].map((result) => (result.ok ? 'frozen' : result.reason)).toSorted()).toEqual([
        'frozen',
        'slug_taken',
      ]);
    }
    const releases = await listReleases();
    // Each has its own predecessor: a chain without forks.
    expect(releases.map(({ previous }) => previous)).toEqual([...releases.slice(1).map(({ slug }) => slug), null]);
  });

  it('a release that is frozen while decisions are recorded is one state in all its files', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const decisions = await Promise.all(
        [
          ['manrs', 'maintainer'],
          ['gcsc', 'stakeholders'],
          ['paris-call', 'summary'],
        ].map(([slug = '', key = '']) => deciding(slug, key)),
      );
      await decide('tech-accord', 'maintainer');
      const release = `busy-${round}`;
      const [frozen, ...decided] = await Promise.all([freeze(release), ...decisions.map((carryOut) => carryOut())]);
      expect([frozen.ok, ...decided.map(({ ok }) => ok)]).toEqual([true, true, true, true]);
      const agreements = (await readReleasedAgreements(release)) ?? [];
      const rows = parse(await text(release, 'cells.csv'), { columns: true, bom: true }) as Record<string, string>[];
      expect(
        rows
          .filter((row) => row.version !== '')
          .map(({ agreement, criterion, version, decided_at }) => [agreement, criterion, version, decided_at].join())
          .toSorted(),
      ).toEqual(agreements.flatMap((agreement) => cellsOf(agreement)).toSorted());
      // An agreement's version is the version of its newest cell: no decision was read halfway.
      for (const { version, facts, assessments } of agreements)
        expect(Math.max(...Object.values({ ...facts, ...assessments }).map((cell) => cell.version))).toBe(version);
      const pack = JSON.parse(await text(release, 'datapackage.json')) as {
        resources: { path: string; hash: string }[];
      };
      const files = new Map((await readRelease(release))?.files.map(({ name, sha256 }) => [name, `sha256:${sha256}`]));
      for (const { path, hash } of pack.resources) expect(hash).toBe(files.get(path));
    }
  });
});

const cellsOf = ({ slug, facts, assessments }: PublicAgreement) =>
  Object.entries({ ...facts, ...assessments }).map(([key, { version, decidedAt }]) =>
    [slug, key, version, decidedAt].join(),
  );

it('is named by the year and a number, unless the admin has a better name', () => {
  expect(nextSlug([], 2026)).toBe('2026.1');
  expect(nextSlug(['2026.1', '2026.9', '2026.10', '2025.40', '2026.x', '20260.77', 'final'], 2026)).toBe('2026.11');
  const named = (slug: string) => newRelease.safeParse({ slug, title: 'A title', notes: '', permanent: 'yes' }).success;
  expect(['2026.1', 'igf-2026', ' 2026.1 '].map(named)).toEqual([true, true, true]);
  expect(['', 'latest', '2026-11-22', 'A', '../x', 'a b', '.hidden', 'x'.repeat(41)].map(named)).toEqual(
    Array.from({ length: 8 }, () => false),
  );
  expect(newRelease.safeParse({ slug: '2026.1', title: 'A title', notes: '' }).error?.issues[0]?.message).toBe(
    'permanence_needed',
  );
});
