import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { listParticipations } from '@/lib/publication/participants/register';
import { makeParticipation } from '@/prisma/factories/participants';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { rounds } from '@/prisma/factories/thoroughness';
import {
  discardParticipantTable,
  readParticipantTable,
  runParticipantTable,
  storeParticipantTable,
  uploadParticipantTable,
} from './table-upload';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
  await makeParticipation({ name: 'Harbour Systems Inc.' });
});

const HEAD = 'agreement,name,kind,action,participant,country,date,source';
async function upload(rows: string[]) {
  const bytes = Buffer.from([HEAD, ...rows].join('\r\n'));
  const result = await uploadParticipantTable({ editor, fileName: 'participants.csv', bytes });
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}
const outcomes = async (id: string) =>
  (await readParticipantTable(id, editor.userId))?.report.rows.map(({ outcome, code, column, similar }) =>
    [outcome, code, column, similar?.join()].filter(Boolean).join(' '),
  );

it('says of each row what becomes of it; another spelling is suggested, and not merged', async () => {
  const id = await upload([
    'manrs,Coast Exchange,organisation,endorsed,,KE,2019,List',
    'manrs,Coast Exchange,organisation,endorsed,,KE,2019-05,List',
    'tech-accord,Coast Exchange,organisation,endorsed,,KE,,List',
    'manrs,Coast Exchange Ltd,organisation,endorsed,,KE,2019,List',
    'manrs,Harbour Systems,organisation,endorsed,,,2019,List',
    'manrs,Harbour Systems,organisation,endorsed,harbour-systems-inc,,2020,List',
    'paris-call,Harbour Systems Inc.,organisation,endorsed,,,2019,List',
    'no-such,Coast,organisation,endorsed,,,,List',
    'manrs,A Person,person,endorsed,,,,List',
    'manrs,No Evidence,organisation,endorsed,,,,',
    'manrs,Bad Date,organisation,endorsed,,,4/3/2018,List',
    'manrs,Too few',
  ]);
  expect(await outcomes(id)).toEqual([
    'new',
    'present',
    'new',
    'similar Coast Exchange',
    'similar Harbour Systems Inc.',
    'new',
    'present',
    'fault unknown_agreement agreement',
    'fault unknown_choice kind',
    'fault evidence_needed link',
    'fault date_is_ambiguous date',
    'fault fields agreement',
  ]);
  expect(await db.participant.count({ where: { name: { startsWith: 'Coast' } } })).toBe(0);
  expect(await storeParticipantTable({ editor, id, apart: false })).toEqual({ ok: true });
  expect(await storeParticipantTable({ editor, id, apart: false })).toEqual({ ok: true });
  expect((await outcomes(id))?.slice(0, 7)).toEqual([
    ...['stored', 'present', 'stored', 'similar Coast Exchange', 'similar Harbour Systems Inc.', 'stored', 'present'],
  ]);
  const rows = (await listParticipations()).filter(({ participant }) => /Coast|Harbour/.test(participant.name));
  expect(rows.map(({ participant, agreement, date }) => `${participant.slug} ${agreement.slug} ${date}`)).toEqual([
    'coast-exchange manrs 2019',
    'coast-exchange tech-accord null',
    'harbour-systems-inc manrs 2020',
    'harbour-systems-inc paris-call null',
  ]);
  expect(await discardParticipantTable({ editor, id })).toEqual({ ok: false, reason: 'not_allowed_in_status' });
});

it('stores names that resemble others as participants of their own if the editor says so', async () => {
  const id = await upload(['gcsc,Harbour System,organisation,signed,,,2018,List']);
  expect(await outcomes(id)).toEqual(['similar Harbour Systems Inc.']);
  expect(await storeParticipantTable({ editor, id, apart: true })).toEqual({ ok: true });
  expect(await db.participant.count({ where: { name: 'Harbour System' } })).toBe(1);
});

it('leaves many participants to the job queue, with progress and a report per row', async () => {
  const count = rounds(3_000, 10_000);
  const letters = (at: number) => [...String(at).padStart(4, '0')].map((digit) => 'bcdfghklmn'[Number(digit)]);
  const name = (at: number) =>
    letters(at)
      .map((letter, place) => `${letter}${'aeio'[place]}${letter}${letter}u`)
      .join(' ');
  const id = await upload(
    Array.from({ length: count }, (_, at) => `paris-call,${name(at)},organisation,endorsed,,FR,2018-11-12,List`),
  );
  expect(await readParticipantTable(id, editor.userId)).toMatchObject({ status: 'checking', rowsDone: 0 });
  await runParticipantTable(id);
  expect(await readParticipantTable(id, editor.userId)).toMatchObject({
    ...{ status: 'checked', rowsTotal: count, rowsDone: count },
  });
  expect(await storeParticipantTable({ editor, id, apart: true })).toEqual({ ok: true });
  expect(await readParticipantTable(id, editor.userId)).toMatchObject({ status: 'storing' });
  await Promise.all([runParticipantTable(id), runParticipantTable(id)]);
  const stored = await readParticipantTable(id, editor.userId);
  expect(stored?.status).toBe('stored');
  expect(stored?.report.rows).toHaveLength(count);
  expect(await db.participation.count({ where: { agreement: { slug: 'paris-call' }, source: 'List' } })).toBe(count);
});

it('an unreadable file says why, and a table that is discarded is gone', async () => {
  const wrong = await uploadParticipantTable({ editor, fileName: 'x.csv', bytes: Buffer.from('a,b\r\n1,2') });
  expect(wrong.ok && (await readParticipantTable(wrong.id, editor.userId))).toMatchObject({
    status: 'unreadable',
    report: { problem: { code: 'no_header' } },
  });
  const id = await upload(['manrs,Anyone,organisation,endorsed,,,,List']);
  expect(await readParticipantTable(id, (await makeEditor()).userId)).toBeNull();
  expect(await discardParticipantTable({ editor, id })).toEqual({ ok: true });
  expect(await storeParticipantTable({ editor, id, apart: false })).toEqual({
    ok: false,
    reason: 'not_allowed_in_status',
  });
});
