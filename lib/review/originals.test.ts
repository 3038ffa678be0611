import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { takeOriginal } from './originals';
import { makeDraft } from '@/prisma/factories/drafts';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { eraseContact } from '@/lib/contributions/erasure';
import { examineOriginal, keepOriginal, listOriginals } from '@/lib/contributions/originals';
import { submitContribution } from '@/lib/contributions/submission';
import { withdrawContribution } from '@/lib/contributions/withdrawal';

useTestDatabase();

const NOW = new Date('2020-10-01T12:00:00Z');
const BYTES = makeWord({ body: paragraph('What they wrote') });

let editor: Awaited<ReturnType<typeof makeEditor>>;
let colleague: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
  colleague = await makeEditor({ organisation: 'Institute of Originals' });
});

/** A draft that was filled from a file twice the same, and whose form was given out. */
async function filledDraft() {
  const { id } = await makeDraft();
  const { original } = orThrow(await examineOriginal({ name: '../Our answers.docx', bytes: BYTES }));
  for (let times = 0; times < 2; times++) await keepOriginal({ contributionId: id, original, now: NOW }, db);
  const { questionnaireId } = await db.contribution.findUniqueOrThrow({ where: { id } });
  await db.wordExport.create({
    data: { contributionId: id, questionnaireId, locale: 'en', state: 'x', shape: {}, versions: {} },
  });
  return id;
}

async function send(draftId: string, about: object) {
  const { reference } = orThrow(
    await submitContribution({
      callSlug: '2020',
      input: { ...eastWestSubmission(), about },
      draftId,
      now: NOW,
    }),
  );
  return reference;
}

const kept = (contributionId: string) =>
  Promise.all([db.original.count({ where: { contributionId } }), db.wordExport.count({ where: { contributionId } })]);

const NAMED = { affiliation: 'Institute of Originals', email: 'office@example.org', show: { affiliation: true } };

describe('the file that a contribution was filled from', () => {
  it('is kept once, and editors take it with an event in the audit log once it is sent', async () => {
    const id = await filledDraft();
    expect(await kept(id)).toEqual([1, 1]);
    const reference = await send(id, NAMED);
    const [listed] = await listOriginals(reference);
    expect(listed).toMatchObject({ name: 'Our answers.docx', size: BYTES.length, findings: [] });
    const file = listed?.id ?? '';
    const { content } = orThrow(await takeOriginal({ editor, reference, file }));
    expect(Buffer.from(content.bytes).equals(BYTES)).toBe(true);
    expect(
      await db.auditEvent.findMany({
        where: { action: 'contribution.original_read', subjectId: id },
        select: { userId: true, details: true },
      }),
    ).toEqual([{ userId: editor.userId, details: { file } }]);
  });

  it('is not for editors of the same organisation, who do not see the contact either', async () => {
    const id = await filledDraft();
    const reference = await send(id, NAMED);
    const file = (await listOriginals(reference))[0]?.id ?? '';
    expect(await takeOriginal({ editor: colleague, reference, file })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
  });

  it('goes when the contribution is sent as anonymous', async () => {
    const id = await filledDraft();
    await send(id, { anonymous: true });
    expect(await kept(id)).toEqual([0, 1]);
  });

  it('goes on erasure and on withdrawal, with the record of the forms that were given out', async () => {
    const [erased, withdrawn] = [await filledDraft(), await filledDraft()];
    await send(erased, NAMED);
    await send(withdrawn, { ...NAMED, affiliation: 'Another institute' });
    orThrow(await eraseContact({ contributionId: erased, alsoPublic: false }));
    orThrow(await withdrawContribution({ contributionId: withdrawn }));
    expect([await kept(erased), await kept(withdrawn)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
