import { beforeAll, expect, it } from 'vitest';
import { createToken, findActorByToken } from '@/lib/accounts/api-tokens';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from './decide';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { recordContactRead, recordFileRead, recordLogExport } from './access-log';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => void (editor = await makeEditor()));

const log = (userId: string) =>
  db.auditEvent.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { action: true, subjectId: true, details: true },
  });

it('the log records a read contact once an hour, also for two pages opened at the same moment', async () => {
  const { reference } = await submit(eastWestSubmission());
  const { id: subjectId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
  for (let round = 0; round < 6; round++)
    await Promise.all([recordContactRead({ editor, reference }), recordContactRead({ editor, reference })]);
  const file = '0f1e2d3c-0000-4000-8000-000000000000';
  for (let times = 0; times < 2; times++) await recordFileRead({ editor, reference, file });
  await recordLogExport({ editor, filters: ['who', 'from'] });
  expect(await log(editor.userId)).toEqual([
    { action: 'contribution.contact_read', subjectId, details: {} },
    { action: 'contribution.file_read', subjectId, details: { file } },
    { action: 'audit.exported', subjectId: 'all', details: { filters: ['who', 'from'] } },
  ]);
  const other = await makeEditor();
  await db.auditEvent.create({
    data: {
      at: new Date(Date.now() - 3_601_000),
      actorKind: 'editor',
      userId: other.userId,
      action: 'contribution.contact_read',
      subjectKind: 'contribution',
      subjectId,
    },
  });
  await recordContactRead({ editor: other, reference });
  expect(await log(other.userId)).toHaveLength(2);
  expect(
    (await findPersonalData(['programme.office', 'EastWest'])).filter((place) => place.startsWith('audit_events')),
  ).toEqual([]);
});

it('a token is in the log when it is used, and by its id with what was decided by it', async () => {
  const { reference, changes } = await submit(eastWestSubmission());
  const person = await makeEditor();
  const made = await createToken({ ...person, organisation: null }, { name: 'Program', days: '30', scope: 'decide' });
  if (!made.ok) throw new Error(made.reason);
  const actors = await Promise.all([1, 2, 3].map(() => findActorByToken(`Bearer ${made.token}`)));
  const [actor] = actors;
  if (!actor) throw new Error('no actor');
  expect(
    await decideChanges({
      editor: actor,
      reference,
      decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'No.' }],
    }),
  ).toMatchObject({ ok: true });
  const events = await log(person.userId);
  expect(events.map(({ action }) => action)).toEqual(['token.created', 'token.used', 'changes.decided']);
  expect(events[1]?.subjectId).toBe(made.id);
  expect(events[2]?.details).toMatchObject({ token: made.id });
  expect(JSON.stringify(events)).not.toContain(made.token);
});
