import { beforeAll, describe, expect, it } from 'vitest';
import { saidIn } from '@/lib/contributions/documents/read-word';
import { submitContribution } from '@/lib/contributions/submission';
import { db } from '@/lib/platform/db/client';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeCall } from '@/prisma/factories/calls';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readDeskPaper } from './document';

useTestDatabase();

const editor = { role: 'editor' } as const;
let agreement: string;
let reference: string;

beforeAll(async () => {
  agreement = (await makeAgreement({ maintainer: 'A commission' })).slug;
  const { slug } = await makeCall('open');
  const sent = await submitContribution({
    callSlug: slug,
    input: {
      ...proposing(agreement, [{ cell: 'maintainer', value: 'A society, office@society.example' }]),
      answers: { gaps: 'Write to desk@society.example.' },
      about: { name: 'Quillon Testperson', affiliation: 'Zephyrine House', email: 'quillon@example.org' },
    },
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  reference = sent.reference;
});

const said = async (role: 'editor' | 'observer' = 'editor') => {
  const paper = await readDeskPaper(reference, { role });
  if (!paper) throw new Error('not there');
  return { paper, text: JSON.stringify(paper), word: (await saidIn(paper)).text };
};

describe('a contribution in full, for the desk', () => {
  it('has its texts and, beside each proposed value, what the dataset says and what was decided', async () => {
    const before = await said();
    for (const words of [
      'desk@society.example',
      'A commission',
      'A society, office@society.example',
      'Not decided yet',
    ])
      expect(before.word).toContain(words);
    expect(before.word).not.toContain('When the update was begun');
  });

  it('says today’s value, and the base where it was another', async () => {
    const rival = await submit(proposing(agreement, [{ cell: 'maintainer', value: 'A third body' }]));
    const deciding = await makeEditor();
    await acceptChanges({ ...rival, agreement, editor: deciding });
    const { word } = await said();
    expect(word).toContain('A third body');
    expect(word).toContain('When the update was begun: A commission');
    expect(word).toContain('Another proposal was accepted');
  });

  it('names no contact to editors, and to observers no address in a text', async () => {
    const [asEditor, asObserver] = [await said(), await said('observer')];
    for (const { text, word } of [asEditor, asObserver])
      for (const detail of ['Quillon', 'quillon@']) expect(text + word).not.toContain(detail);
    for (const detail of ['desk@', 'office@']) expect(asObserver.text + asObserver.word).not.toContain(detail);
    expect(asObserver.word).toContain('e-mail address not shown');
  });

  it('names files to editors only', async () => {
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const revision = await db.contributionRevision.findFirstOrThrow({ where: { contributionId: id } });
    const attachment = await db.attachment.create({
      data: {
        contributionId: id,
        questionKey: 'gaps',
        name: 'by-quillon.pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.from('x'),
        size: 1,
        sha256: '0'.repeat(64),
      },
    });
    await db.revisionAttachment.create({ data: { revisionId: revision.id, attachmentId: attachment.id } });
    expect((await said()).word).toContain('by-quillon.pdf');
    const observed = await said('observer');
    expect(observed.text + observed.word).not.toContain('by-quillon');
    expect(observed.word).toContain('A file, which only editors open');
  });

  it('is there for nothing that was not sent', async () => {
    expect(await readDeskPaper('BPF-1999-001', editor)).toBeNull();
  });
});
