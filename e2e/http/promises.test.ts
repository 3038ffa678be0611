import { installedProgram } from '@/bin/programs.mjs';
import { textsIn } from '@/e2e/fixtures/archives';
import { expect, test } from 'vitest';
import { contributionWithPromises, PROMISED } from '@/prisma/factories/promises';
import type { Promised } from '@/prisma/factories/promises';
import { readPdf } from '@/prisma/factories/poppler';
import { publish } from '@/prisma/factories/published';
import { ask, signIn, statusOf } from './requests';

type Holder = 'public' | 'read' | 'comment' | 'approve' | 'manage' | 'observer' | 'editor';

/**
 * The promises of the interface: who sees what, in every page and file that they can open. All others see it nowhere.
 */
const SEEN_BY: Record<Promised, Holder[]> = {
  answer: ['read', 'comment', 'approve', 'manage', 'observer', 'editor'],
  name: ['manage', 'editor'],
  affiliation: ['manage', 'editor'],
  email: ['manage', 'editor'],
  // "For the editors only", at the fields of the form.
  forEditors: ['manage', 'observer', 'editor'],
  fileName: ['read', 'comment', 'approve', 'manage', 'editor'],
  file: ['manage', 'editor'],
  // "Once the contribution is sent, only its editors can open the file."
  original: ['editor'],
  // "Seen by those who hold a link to this draft, never by the editors or the public."
  colleague: ['read', 'comment', 'approve', 'manage'],
  // "Only people who can share this contribution see it."
  label: ['manage'],
  // "The people who write the text see them, and so do the editors once it is sent, unless the contribution is anonymous."
  approver: ['manage', 'editor'],
  // "Nobody but those who hold its private link can see it, editors included."
  typed: ['read', 'comment', 'approve', 'manage'],
  // "Between you and the editors."
  request: ['manage', 'observer', 'editor'],
  reply: ['manage', 'observer', 'editor'],
  note: ['observer', 'editor'],
  editor: ['observer', 'editor'],
};
/** Editors learn nothing about an anonymous author. */
const ANONYMOUS: Partial<Record<Promised, Holder[]>> = {
  name: ['manage'],
  affiliation: ['manage'],
  email: ['manage'],
  approver: ['manage'],
  original: [],
};

const FORM = '/en/calls/2020/contribute';
const STEPS = [
  '',
  '/signatory',
  '/projects',
  '/agreements',
  '/agreements/1',
  '/gaps',
  '/comments',
  '/about',
  '/check',
  '/status',
  '/done',
  '/share',
  '/print',
  '/contribution.docx',
  '/contribution.pdf',
  '/sent/1',
  '/sent/1/contribution.docx',
  '/sent/1/contribution.pdf',
  '/form.docx',
  '/read',
  '/read/contribution.docx',
  '/read/contribution.pdf',
  '/withdraw',
  '/erase',
];

function addressesFor(reference: string, file: string): string[] {
  const desk = `/desk/contributions/${reference}`;
  const outside = [
    `/en/contributions/${reference}`,
    `/en/contributions/${reference}/preview`,
    `/api/v1/contributions/${reference}`,
    '/en/contributions',
    '/api/v1/contributions',
    '/en/projects',
    '/feeds/contributions.atom',
    '/sitemap.xml',
  ];
  return [
    ...STEPS.map((step) => FORM + step),
    `${FORM}/gaps/files/${file}`,
    desk,
    `${desk}/document`,
    `${desk}/document.docx`,
    `${desk}/files/${file}`,
    '/desk',
    `/desk?q=${reference}`,
    '/desk/mail',
    '/desk/people',
    '/desk/calls/2020/answers',
    '/desk/calls/2020/answers/answers.csv',
    '/desk/calls/2020/answers/answers-by-question.csv',
    '/desk/questions/gaps',
    '/desk/agreements/oas-strategy/pending',
    '/desk/audit',
    ...outside,
  ];
}

/** All answers at these addresses for a browser with this cookie. */
async function readAll(addresses: string[], cookie: string): Promise<string> {
  const texts: string[] = [];
  for (const address of addresses) {
    const response = await ask(address, { headers: cookie ? { Cookie: cookie } : {} });
    expect(response.status, address).toBeLessThan(500);
    const bytes = Buffer.from(await response.arrayBuffer());
    texts.push(response.ok ? await textOf(address, bytes) : bytes.toString('latin1'));
  }
  return texts.join('\n');
}

/** The words of an answer; those of a PDF file only where Poppler is. */
async function textOf(address: string, bytes: Buffer): Promise<string> {
  if (address.endsWith('.docx')) return textsIn(bytes);
  return address.endsWith('.pdf') && installedProgram('poppler') ? readPdf(bytes).said : bytes.toString('latin1');
}

const promisedIn = (text: string) =>
  (Object.keys(PROMISED) as Promised[]).filter((what) => text.includes(PROMISED[what]));

test.each([
  // First: lists and files of the whole call then hold no other contribution.
  ['an anonymous', true],
  ['a', false],
])(
  'of %s contribution each holder of a link, editors and the public see what they were promised',
  async (_, anonymous) => {
    const { reference, file, links } = await contributionWithPromises({ anonymous });
    const addresses = addressesFor(reference, file);
    const cookies: Record<Holder, string> = {
      public: '',
      read: `contribution_2020=${links.read}`,
      comment: `contribution_2020=${links.comment}`,
      approve: `contribution_2020=${links.approve}`,
      manage: `contribution_2020=${links.manage}`,
      observer: (await signIn('observer')).Cookie,
      editor: (await signIn()).Cookie,
    };
    const promised = { ...SEEN_BY, ...(anonymous && ANONYMOUS) };
    for (const [holder, cookie] of Object.entries(cookies) as [Holder, string][]) {
      const expected = (Object.keys(PROMISED) as Promised[]).filter((what) => promised[what].includes(holder));
      expect(promisedIn(await readAll(addresses, cookie)), holder).toEqual(expected);
    }
    // After publication the answer is public, and no other part of it.
    await publish(reference);
    await expect.poll(() => statusOf(`/en/contributions/${reference}`), { interval: 50, timeout: 20_000 }).toBe(200);
    expect(promisedIn(await readAll(addresses, ''))).toEqual(['answer']);
  },
);
