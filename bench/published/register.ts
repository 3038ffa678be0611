import { setTimeout } from 'node:timers/promises';
import type { BenchDatabase } from '@/bench/database';
import type { Server } from '@/bench/servers';
import { startReplica } from '@/bench/servers';
import { aligned } from '@/bench/table';
import { fillAgreements } from './filling';

const SIZES = [23, 230, 2_300];
const PARTICIPANTS = 2_000;
const ROWS_EACH = 20;
const REPEATS = 15;
/** Milliseconds in which the server has heard of a change. */
const UNTIL_HEARD = 250;

const PLACES = {
  agreements: '/en/agreements',
  matrix: '/en/matrix',
  agreement: '/en/agreements/gcsc',
  'its participants': '/en/agreements/gcsc/participants',
  participants: '/en/participants',
  participant: '/en/participants/bench-participant-1',
  'participants, a view': '/en/participants/view/q/participant%20199',
  'search, a page': '/en/search/view/q/elections',
  'search, API': '/api/v1/search?q=protection',
  'search, a participant': '/api/v1/search?q=participant+1999',
  'search, nothing': '/api/v1/search?q=protektion+zqx',
  'values.csv': '/data/latest/values.csv',
  'participants.csv': '/data/latest/participants.csv',
} as const;

/**
 * What readers wait for, one request after the other, with 2,000 participants of 20 rows each at three sizes of the
 * dataset: the first answer of a new process, the first one after a change, and the median of those that follow.
 */
export async function register(database: BenchDatabase, say: (text: string) => void): Promise<string> {
  const parts: string[] = [];
  for (const size of SIZES) {
    await fillAgreements(database, size);
    await fillRegister(database);
    const app = await startReplica(database.url);
    const rows = [await firstSearch(app)];
    for (const [title, address] of Object.entries(PLACES)) rows.push(await measured(app, database, title, address));
    parts.push(
      `${size.toLocaleString('en')} agreements, ${PARTICIPANTS.toLocaleString('en')} participants: milliseconds\n${aligned([['', 'first', 'after a change', 'median', 'KiB'], ...rows])}`,
    );
    say(`the register measured with ${size} agreements`);
  }
  return parts.join('\n\n');
}

/** Loading of modules, connections and the words of short texts are in it. */
async function firstSearch(app: Server): Promise<string[]> {
  const { time } = await answer(app, '/api/v1/search?q=norms');
  return ['first search of a process', time.toFixed(0), '', '', ''];
}

async function measured(app: Server, database: BenchDatabase, title: string, address: string): Promise<string[]> {
  const first = await answer(app, address);
  await database.query(`SELECT pg_notify('bpf_cache_tags', '*')`);
  await setTimeout(UNTIL_HEARD);
  const changed = await answer(app, address);
  const times: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) times.push((await answer(app, address)).time);
  const median = times.sort((one, other) => one - other)[Math.floor(REPEATS / 2)] ?? 0;
  return [title, first.time.toFixed(0), changed.time.toFixed(0), median.toFixed(1), (first.bytes / 1024).toFixed(0)];
}

async function answer({ origin }: Server, address: string): Promise<{ time: number; bytes: number }> {
  const began = performance.now();
  const response = await fetch(origin + address);
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return { time: performance.now() - began, bytes: byteLength };
}

/** The participants once; their rows anew, spread over the agreements that there are. */
async function fillRegister({ query }: BenchDatabase): Promise<void> {
  await query(
    `INSERT INTO participants (id, slug, kind, name, folded_name)
     SELECT gen_random_uuid(), 'bench-participant-' || n, 'organisation', 'Bench participant ' || n, 'bench participant ' || n
     FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING`,
    [PARTICIPANTS],
  );
  await query(
    `INSERT INTO participant_versions (participant_id, version, kind, name) SELECT id, 1, kind, name FROM participants
     WHERE slug LIKE 'bench-participant-%' ON CONFLICT DO NOTHING`,
  );
  await query(`DELETE FROM participations WHERE source = 'Bench list'`);
  await query(
    `WITH a AS (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS place, count(*) OVER () AS amount FROM agreements WHERE version > 0)
     INSERT INTO participations (id, participant_id, agreement_id, action, date, source, link, declared_by)
     SELECT gen_random_uuid(), p.id, a.id, 'endorsed', (2000 + k)::text, 'Bench list', 'https://example.org/list', 'maintainer'
     FROM (SELECT id, row_number() OVER (ORDER BY slug) AS place FROM participants WHERE slug LIKE 'bench-participant-%') p
     CROSS JOIN generate_series(1, $1::int) k JOIN a ON a.place = (p.place * 7 + k) % a.amount`,
    [ROWS_EACH],
  );
  await query('VACUUM ANALYZE');
  await query(`SELECT pg_notify('bpf_cache_tags', '*')`);
}
