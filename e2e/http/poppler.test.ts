import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { EVERY_KIND, makeCallWith, makeDraftOfEveryKind, sendDraft } from '@/prisma/factories/every-kind';
import { readPdf } from '@/prisma/factories/poppler';
import { contributionWithPromises, PROMISED } from '@/prisma/factories/promises';
import { ask, read } from './requests';

let call: string;
let draft: Awaited<ReturnType<typeof makeDraftOfEveryKind>>;

const form = (step: string) => `/en/calls/${call}/contribute/${step}`;
const held = () => ({ headers: { Cookie: draft.cookie } });

/** A PDF file as the forum sends it. */
async function pdfAt(address: string, init: RequestInit) {
  const response = await ask(address, init);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return { ...readPdf(bytes), name: response.headers.get('content-disposition') };
}

const flat = (text: string) => text.replaceAll(/\s+/g, '');

function expectEveryAnswer(said: string) {
  for (const { question, said: texts } of EVERY_KIND)
    for (const text of texts)
      expect([question.key, flat(said).includes(flat(text)) ? text : said]).toEqual([question.key, text]);
}

beforeAll(async () => {
  call = await makeCallWith(EVERY_KIND.map(({ question }) => question));
  draft = await makeDraftOfEveryKind(call);
});

test('a draft and each version of what was sent are tagged PDF files that say every answer', async () => {
  const drafted = await pdfAt(form('contribution.pdf'), held());
  expectEveryAnswer(drafted.said);
  const reference = await sendDraft(draft.id, call);
  const status = await read(form('status'), held());
  for (const path of ['sent/1', 'sent/1/contribution.docx', 'sent/1/contribution.pdf'])
    expect(status).toContain(`href="${form(path)}"`);
  const sent = await pdfAt(form('sent/1/contribution.pdf'), held());
  expectEveryAnswer(sent.said);
  expect(sent.name).toBe(`attachment; filename="${reference}-version-1.pdf"`);
  expect(sent.info).toMatch(/^Tagged: +yes$/m);
  expect(sent.info).toMatch(new RegExp(`^Title: +Contribution ${reference}$`, 'm'));
  for (const font of sent.fonts) expect(font).toMatch(/ yes +yes +yes /);
});

test('a version that there is not, or that this browser did not send, is not there', async () => {
  const statuses = async (init: RequestInit) =>
    Promise.all(
      ['sent/2/contribution.pdf', 'sent/0/contribution.pdf', 'sent/x/contribution.docx'].map(
        async (path) => (await ask(form(path), init)).status,
      ),
    );
  expect(await statuses(held())).toEqual([404, 404, 404]);
  expect((await ask(form('sent/1/contribution.pdf'))).status).toBe(404);
});

test.each([false, true])('readers’ files hold no contact details and no notes (anonymous: %s)', async (anonymous) => {
  const { reference, links } = await contributionWithPromises({ anonymous });
  await db.draftSection.deleteMany({ where: { contribution: { reference } } });
  const start = '/en/calls/2020/contribute';
  const own = { headers: { Cookie: `contribution_2020=${links.manage}` } };
  for (const link of [links.read, links.comment]) {
    const { said } = await pdfAt(`${start}/read/contribution.pdf`, {
      headers: { Cookie: `contribution_2020=${link}` },
    });
    expect(said).toContain(PROMISED.answer);
    for (const secret of [PROMISED.name, PROMISED.affiliation, PROMISED.email, PROMISED.forEditors])
      expect(flat(said)).not.toContain(secret);
    for (const path of ['contribution.pdf', 'sent/1/contribution.pdf'])
      expect((await ask(`${start}/${path}`, { headers: { Cookie: `contribution_2020=${link}` } })).status).toBe(404);
  }
  const { said } = await pdfAt(`${start}/sent/1/contribution.pdf`, own);
  expect(flat(said)).toContain(PROMISED.forEditors);
  for (const secret of [PROMISED.name, PROMISED.email]) expect(flat(said)).not.toContain(secret);
});
