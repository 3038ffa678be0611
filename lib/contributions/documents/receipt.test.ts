import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { sendQueuedMail } from '@/lib/notifications/delivery';
import { db } from '@/lib/platform/db/client';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { receiptFiles } from './receipt';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
beforeEach(() => {
  server.received.length = 0;
});
afterAll(() => server.stop());

/** Sends the mails of a new contribution, before its address is confirmed and after. */
async function sendMails(): Promise<{ reference: string; outcomes: string[] }> {
  const { reference } = await submit(eastWestSubmission());
  const mails = await db.mail.findMany({ where: { contribution: { reference } }, select: { id: true } });
  const outcomes: string[] = [];
  const sendAll = async () => {
    for (const { id } of mails)
      outcomes.push(await sendQueuedMail(id, { began: new Date(), last: false }, receiptFiles));
  };
  await sendAll();
  await db.contact.updateMany({ where: { contribution: { reference } }, data: { emailConfirmedAt: new Date() } });
  await sendAll();
  return { reference, outcomes };
}

/** The first attachment of a mail. */
function attachedTo(raw: string): Buffer {
  const [, body = ''] = /application\/pdf;[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  return Buffer.from(body, 'base64');
}

it('attaches what was sent as a PDF file, and only once the address is confirmed', async () => {
  const { reference, outcomes } = await sendMails();
  expect(outcomes.toSorted()).toEqual(['held', 'nothing_to_do', 'sent', 'sent']);
  const [confirmation, receipt] = server.received;
  if (!confirmation || !receipt) throw new Error('two mails were expected');
  expect(confirmation.raw).not.toMatch(/application\/pdf|\.pdf/);
  expect(receipt.raw).toContain(`filename=${reference}-version-1.pdf`);
  expect(attachedTo(receipt.raw).subarray(0, 5).toString()).toBe('%PDF-');
  const text = textOf(receipt);
  expect(text).toContain('attached as a PDF file');
  for (const said of [
    'Note: Final report, Advancing Cyberstability',
    'Answer calls for help: Yes',
    'Stood when you proposed it: ',
    'Published as: EastWest Institute, United States',
    'Stakeholder group: Civil society',
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(said);
});

it('sends the receipt without the file where none can be made, and says where it is', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const node = process.execPath;
  process.execPath = '/no/such/program';
  try {
    await sendMails();
  } finally {
    process.execPath = node;
  }
  const receipt = server.received.at(-1);
  expect(server.received).toHaveLength(2);
  expect(receipt?.raw).not.toContain('application/pdf');
  expect(receipt && textOf(receipt)).toContain('Your status page has the copy below as PDF file and Word file');
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ reason: 'refused' }));
  log.mockRestore();
});
