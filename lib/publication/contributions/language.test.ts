import { expect, it } from 'vitest';
import { readAbout } from '@/lib/contributions/corrections/sent-body';
import { assemble } from '@/lib/contributions/drafts/assembly';
import { submissionSchema } from '@/lib/contributions/schema';
import { db } from '@/lib/platform/db/client';
import { listProjects } from '@/lib/publication/projects';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listContributions, readContribution } from './contributions';

useTestDatabase();

it('the language of a contribution is stored, published with it and its projects, and kept in a correction', async () => {
  const editor = await makeEditor();
  const { reference } = await submit({ ...eastWestSubmission(), language: 'ar' });
  await publishContribution({ editor, reference });
  expect((await readContribution(reference, 'en'))?.language).toBe('ar');
  expect((await listContributions()).find((one) => one.reference === reference)?.language).toBe('ar');
  expect(
    (await listProjects()).filter((one) => one.contribution === reference).map(({ language }) => language),
  ).toEqual(['ar', 'ar']);
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  expect((await readAbout(id)).language).toBe('ar');
});

it('a draft sends the chosen language, and none without a choice', () => {
  const sent = (language?: string) =>
    assemble([{ step: 'about', section: { kind: 'about' }, data: { attribution: 'anonymous', language } }]).language;
  expect([sent('fa'), sent('')]).toEqual(['fa', '']);
  const schema = submissionSchema(
    { questions: [{ key: 'one', kind: 'signatory', title: 'One', shortTitle: 'One', help: '', maxLength: 100 }] },
    [],
  );
  const whole = { signatories: [{ name: 'A pact' }], consent: true };
  expect(schema.parse({ ...whole, language: '' }).language).toBeUndefined();
  expect(schema.safeParse({ ...whole, language: 'xx' }).success).toBe(false);
});
