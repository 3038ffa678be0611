import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsIn } from '@/e2e/fixtures/archives';
import { addSource } from '@/lib/agreements/sources/edit-sources';
import { previewMail } from '@/lib/notifications/compose';
import { db } from '@/lib/platform/db/client';
import { makeAgreement } from '@/prisma/factories/agreements';
import { acceptChanges } from '@/prisma/factories/decisions';
import { makeDraft } from '@/prisma/factories/drafts';
import { sendDraft } from '@/prisma/factories/every-kind';
import { publish, published } from '@/prisma/factories/published';
import { makeEditor } from '@/prisma/factories/people';
import { confirmContact } from '@/prisma/factories/outbox';
import { proposing, submit } from '@/prisma/factories/submissions';
import { ask, read, retire, signIn, statusOf } from './requests';

// Nothing of its slug is in the name of this agreement.
const NAME = 'Pact of the Lighthouses';
const CRITERION = 'supply-chain-integrity';
const SOURCE = 'Register of the lighthouse keepers';
const NOTE = 'As zqkeepers wrote.';

let other: string;
let subject: string;
let title: string;
let draft: Awaited<ReturnType<typeof makeDraft>>;
let reference: string;
let sourceKey: string;

/** What a page or feed says, without addresses. */
const wordsOn = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/https?:\/\/\S+/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** That an output says what is referred to, and no key of it, as it is or in words. */
function expectNames(place: string, text: string, names: readonly string[]) {
  for (const name of names) expect({ place, said: text.includes(name) ? name : text }).toEqual({ place, said: name });
  for (const key of [other, other.replaceAll('-', ' '), CRITERION]) {
    const at = text.indexOf(key);
    expect({ place, key, around: at < 0 ? '' : text.slice(Math.max(0, at - 100), at + 100) }).toEqual({
      place,
      key,
      around: '',
    });
  }
}
/** The same of an address, as soon as it has the names: the server learns a little later of what this process changes. */
async function expectPage(address: string, names = [NAME, title], init: RequestInit = {}) {
  const wordsAt = async () => wordsOn(wordsOn(await read(address, init)));
  const lacking = async () => {
    const text = await wordsAt();
    return names.filter((name) => !text.includes(name));
  };
  await expect.poll(lacking, { interval: 50, timeout: 20_000, message: address }).toEqual([]);
  expectNames(address, await wordsAt(), names);
}

async function accept(slug: string, changes: Parameters<typeof proposing>[1]) {
  const sent = await submit(proposing(slug, changes));
  await acceptChanges({ ...sent, agreement: slug });
}

afterAll(() => retire(other, subject));

beforeAll(async () => {
  [{ slug: other }, { slug: subject }] = [await makeAgreement(), await makeAgreement()];
  ({ title } = await db.criterion.findUniqueOrThrow({ where: { key: CRITERION }, select: { title: true } }));
  await accept(other, [
    { cell: 'name', value: NAME },
    { cell: 'shortName', value: NAME },
  ]);
  const unknown = { author: null, year: null, publisher: null, link: null, archivedLink: null, accessedOn: null };
  const added = await addSource({
    editor: await makeEditor(),
    content: { ...unknown, kind: 'official_page', title: SOURCE, citedAs: [SOURCE] },
  });
  if (!added.ok) throw new Error(added.reason);
  sourceKey = added.key;
  await accept(subject, [
    { cell: 'relations', value: { relation: 'builds-on', agreement: other }, source: SOURCE, note: NOTE },
    { cell: 'quotations', value: { criterion: CRITERION, passage: 'Parts are checked.' }, source: SOURCE },
    { cell: 'views', value: { criterion: CRITERION, value: 'indirect' }, source: SOURCE },
  ]);
  draft = await makeDraft({
    sections: {
      'agreements/1': {
        kind: 'update',
        agreement: subject,
        baseVersion: 2,
        cells: {
          [`relations:builds-on-${other}`]: { parts: { relation: 'amends', agreement: other }, note: NOTE },
          [`quotations:${CRITERION}`]: {
            parts: { criterion: CRITERION, passage: 'Parts are tested.' },
            source: SOURCE,
          },
        },
      },
      about: { attribution: 'organisation', affiliation: 'Keepers', email: 'keepers@example.org' },
    },
  });
});

const form = (step: string) => `/en/calls/2020/contribute/${step}`;
const held = () => ({ headers: { Cookie: draft.cookie } });

test('form, check page, print and Word of a draft', async () => {
  await expectPage(form('check'), [NAME, title], held());
  await expectPage(form('print'), [NAME, title], held());
  const word = await ask(form('contribution.docx'), held());
  expectNames('Word', await textsIn(Buffer.from(await word.arrayBuffer())), [NAME, title]);
});

test('status page, receipt and desk of what was sent', async () => {
  reference = await sendDraft(draft.id, '2020');
  await expectPage(form('status'), [NAME, title], held());
  await confirmContact(reference);
  const receipt = await db.mail.findFirstOrThrow({
    where: { contribution: { reference }, kind: 'contribution-received' },
    select: { id: true },
  });
  const { shortTitle } = await db.criterion.findUniqueOrThrow({ where: { key: CRITERION } });
  expectNames('receipt', (await previewMail(receipt.id))?.text ?? '', [`Amends: ${NAME}`, `${shortTitle}: “Parts`]);
  const headers = await signIn();
  await expectPage(`/desk/contributions/${reference}`, [`Amends: ${NAME}`, title], { headers });
  await expectPage(`/desk/agreements/${subject}`, [`Builds on: ${NAME}`, title], { headers });
});

test('decision mail, contribution, agreement, comparison, source and feeds', async () => {
  const changes = await db.proposedChange.findMany({
    where: { contribution: { reference } },
    select: { id: true, key: true },
  });
  await acceptChanges({
    reference,
    changes: Object.fromEntries(changes.map(({ id, key }) => [key, id])),
    agreement: subject,
  });
  const mail = await db.mail.findFirstOrThrow({
    where: { contribution: { reference }, kind: 'decisions-made' },
    select: { id: true },
  });
  expectNames('decision mail', (await previewMail(mail.id))?.text ?? '', [`builds on ${NAME}`, `Amends: ${NAME}`]);
  const headers = await signIn();
  await expectPage(`/desk/contributions/${reference}`, [`builds on ${NAME}`, title], { headers });
  await publish(reference);
  await expect.poll(() => statusOf(`/en/contributions/${reference}`), { interval: 50, timeout: 20_000 }).toBe(200);
  await expectPage(`/en/contributions/${reference}`, [`Builds on: ${NAME}`, `Amends: ${NAME}`, title]);
  await expectPage(`/en/agreements/${subject}`, [`Amends: ${NAME}`, `builds on ${NAME}`]);
  const { version } = await db.agreement.findUniqueOrThrow({ where: { slug: subject }, select: { version: true } });
  await expectPage(`/en/agreements/${subject}/versions/${version - 1}`, [`Builds on: ${NAME}`]);
  await expectPage(`/en/compare/view/agreements/${subject},manrs`, [`Amends: ${NAME}`]);
  await expectPage(`/en/sources/${sourceKey}`, [`builds on ${NAME}`, title]);
  for (const feed of ['/feeds/dataset.atom', `/feeds/agreements/${subject}.atom`])
    await expectPage(feed, [`Amends: ${NAME}`, `builds on ${NAME}`, title]);
});

test('search and the table of agreements; the table of cells keeps keys', async () => {
  await published(
    proposing(
      subject,
      [{ cell: 'relations', value: { relation: 'endorses', agreement: other }, note: NOTE }],
      'Keepers',
    ),
  );
  await expectPage('/en/search/view/q/zqkeepers', [`Amends: ${NAME}`, `Endorses: ${NAME}`]);
  const rowOf = async (file: string, beginning: string) =>
    (await read(`/data/latest/${file}`)).split('\r\n').find((row) => row.startsWith(beginning)) ?? '';
  const row = await rowOf('agreements.csv', `${subject},`);
  expectNames('agreements.csv', row, [`Amends: ${NAME}`, `${title}: “Parts are tested.”`]);
  expect(await rowOf('cells.csv', `${subject},relations:`)).toContain(`,${other},`);
});

test('a retired agreement keeps its name, and a key that the dataset never had is shown as it is', async () => {
  await db.agreement.update({ where: { slug: other }, data: { retiredAt: new Date() } });
  await accept(subject, [{ cell: 'maintainer', value: 'Keepers' }]);
  await db.cell.updateMany({
    where: { agreement: { slug: subject }, key: { startsWith: 'quotations:' } },
    data: { value: { criterion: 'no-such-criterion', passage: 'Lost.' } },
  });
  const headers = await signIn();
  const page = wordsOn(await read(`/desk/agreements/${subject}`, { headers }));
  expect(page).toContain(`Amends: ${NAME}`);
  expect(page).toContain('no-such-criterion: “Lost.”');
});
