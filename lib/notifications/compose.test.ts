import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { requestChanges } from '@/lib/review/correspondence';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { composeMail, previewMail } from './compose';
import { countMails, listMails, readMail } from './outbox-list';

useTestDatabase();

const noLink = () => Promise.resolve('https://bpf.example.org/en/link/…');

it('reports each decision with its reason, once', async () => {
  const editor = await makeEditor();
  const { reference, changes } = await submit(eastWestSubmission());
  const reject = (key: string, reason: string) =>
    decideChanges({ editor, reference, decisions: [{ change: changes[key] ?? '', outcome: 'reject', reason }] });
  await reject('name', 'The commission keeps its name.');
  const mail = await db.mail.findFirstOrThrow({ where: { kind: 'decisions-made', contribution: { reference } } });
  const compose = async () => (await composeMail({ ...mail, locale: 'en' }, noLink)).text;
  expect(await compose()).toContain('Name: Not accepted');
  expect(await compose()).toContain('Reason: The commission keeps its name.');

  await db.mail.update({ where: { id: mail.id }, data: { status: 'sent', statusAt: new Date() } });
  await reject('launchDate', 'It was founded in 2017.');
  const next = await db.mail.findFirstOrThrow({
    where: { kind: 'decisions-made', status: 'draft', contribution: { reference } },
  });
  const second = (await previewMail(next.id))?.text;
  expect(second).toContain('Reason: It was founded in 2017.');
  expect(second).not.toContain('The commission keeps its name.');
  const first = (await previewMail(mail.id))?.text;
  expect(first).toContain('The commission keeps its name.');
  expect(first).not.toContain('It was founded in 2017.');
});

it('names the agreement of a relation and the criterion of a quotation for which changes are asked', async () => {
  const proposed = proposing('manrs', [
    { cell: 'relations', value: { relation: 'builds-on', agreement: 'paris-call' } },
    { cell: 'quotations', value: { criterion: 'supply-chain-integrity', passage: 'P' }, source: 'S' },
  ]);
  const { reference, changes } = await submit({ ...proposed, about: eastWestSubmission().about });
  const items = Object.values(changes).map((id) => ({ kind: 'cell' as const, id, text: 'Since when?' }));
  const asked = await requestChanges({ editor: await makeEditor(), reference, text: 'Please say more.', items });
  expect(asked).toEqual({ ok: true });
  const mail = await db.mail.findFirstOrThrow({ where: { kind: 'changes-requested', contribution: { reference } } });
  const { shortName } = await db.agreement.findUniqueOrThrow({ where: { slug: 'paris-call' } });
  const { shortTitle } = await db.criterion.findUniqueOrThrow({ where: { key: 'supply-chain-integrity' } });
  const text = (await previewMail(mail.id))?.text;
  expect(text).toContain(`Relations: builds on ${shortName}`);
  expect(text).toContain(`Quotations: ${shortTitle}`);
});

it('shows editors the outbox without any contributor’s address', async () => {
  const { reference } = await submit(eastWestSubmission());
  const { mails } = await listMails({ status: 'queued' });
  const own = mails.filter((mail) => mail.reference === reference);
  expect(own.map(({ kind, to, waitsForConfirmation }) => ({ kind, to, waitsForConfirmation }))).toEqual([
    { kind: 'contribution-received', to: reference, waitsForConfirmation: true },
    { kind: 'confirm-address', to: reference, waitsForConfirmation: false },
  ]);
  expect(JSON.stringify([mails, await readMail(own[0]?.id ?? '')])).not.toContain('programme.office');
  expect((await countMails()).queued).toBe(mails.length);
});
