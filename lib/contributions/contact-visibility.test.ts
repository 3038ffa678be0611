import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { searchAgreements } from '@/lib/agreements/search/search';
import { contactsInSent, readSent } from './sent';
import { db } from '@/lib/platform/db/client';
import { listDatasetChanges } from '@/lib/publication/changes';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { datasetFeed } from '@/lib/publication/feeds/changes';
import { contributionsFeed } from '@/lib/publication/feeds/contributions';
import { describeContribution } from '@/lib/publication/linked-data';
import { listAgreementsAt, readAgreementAt } from '@/lib/publication/past/past';
import { listProjects } from '@/lib/publication/projects';
import { readAgreement, readHistory } from '@/lib/publication/agreements';
import { listSignatoriesOf } from '@/lib/publication/signatories';
import { hideContacts } from '@/lib/review/hidden-contacts';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { showContacts } from './contact-visibility';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const mail = (where: string) => `zqmail-${where}@example.org`;
const PHONE = '+41 22 555 70 77';
const words = (where: string) => `Ask ${mail(where)} or ${PHONE} about the ${where}.`;
const FOUND = /zqmail|555 70 77/;

/** Contact details wherever a contributor can type a text that becomes public; published, with one cell accepted. */
async function talkative(input: Partial<SubmissionInput> = {}) {
  const { reference, changes } = await submit({
    answers: { gaps: words('answer') },
    signatories: [{ agreement: 'foc-recommendations', note: words('signature') }, { name: words('agreement') }],
    projects: [
      {
        title: words('project'),
        description: words('description'),
        link: `https://example.org/?to=${mail('link')}`,
        agreements: ['foc-recommendations'],
      },
    ],
    proposals: [
      {
        kind: 'update',
        agreement: 'foc-recommendations',
        changes: [
          { cell: 'maintainer', value: words('value'), note: words('note'), source: words('source') },
          { cell: 'stakeholders', value: words('waiting') },
        ],
      },
    ],
    about: { affiliation: words('affiliation'), show: { affiliation: true } },
    consent: true,
    ...input,
  });
  const seen = (await readAgreementCells('foc-recommendations'))?.cells.maintainer?.version ?? 0;
  const decided = await decideChanges({
    editor,
    reference,
    decisions: [{ change: changes.maintainer ?? '', outcome: 'accept', seen, resolve: true, reason: words('reason') }],
  });
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  await publishContribution({ editor, reference });
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { id, reference };
}

/** Everything public in which its author's words stand. */
async function ofContribution(reference: string) {
  const [page, list, projects] = [
    await readContribution(reference, 'en'),
    await listContributions(),
    await listProjects(),
  ];
  const described =
    page && describeContribution(page, { url: 'https://example.org', name: 'A name', description: 'A description' });
  return [
    page,
    list.filter((one) => one.reference === reference),
    projects.filter(({ contribution }) => contribution === reference),
    contributionsFeed(list, 'https://example.org'),
    await listSignatoriesOf('foc-recommendations'),
    described,
  ].map((one) => JSON.stringify(one));
}

/** Everything public that contains the dataset. */
async function ofDataset() {
  const [changes, agreement] = [await listDatasetChanges({ limit: 50 }), await readAgreement('foc-recommendations')];
  const feed = datasetFeed({
    changes,
    names: { agreements: {}, criteria: {} },
    published: new Set(),
    origin: 'https://example.org',
  });
  const past = [
    await readAgreementAt('foc-recommendations', { version: agreement?.version ?? 0 }),
    await listAgreementsAt(new Date()),
  ];
  const dataset = await readDataset();
  return [
    ...[agreement, await readHistory('foc-recommendations'), changes, past].map((one) => JSON.stringify(one)),
    feed,
    tableCsv(TABLES.cells(dataset)),
    tableCsv(TABLES.agreements(dataset)),
  ];
}

describe('contact details in texts', () => {
  it('are hidden in everything public unless their author shows them; the texts stay as they were sent', async () => {
    const { id, reference } = await talkative();
    for (const text of [...(await ofContribution(reference)), ...(await ofDataset())]) expect(text).not.toMatch(FOUND);
    expect((await ofContribution(reference))[0]).toContain(
      'Ask ‹e-mail address not shown› or ‹telephone number not shown› about the answer.',
    );
    expect((await readAgreement('foc-recommendations'))?.facts.maintainer).toMatchObject({
      value: 'Ask ‹e-mail address not shown› or ‹telephone number not shown› about the value.',
    });
    for (const asked of [mail('note'), 'zqmail', 'zqmail note', '555 70 77', PHONE])
      expect(await searchAgreements(asked), asked).toEqual([]);
    expect((await searchAgreements('about the note'))[0]?.slug).toBe('foc-recommendations');
    expect(await findPersonalData(['zqmail'])).toEqual(
      expect.arrayContaining([
        'answers.text',
        'cells.value',
        'projects.description',
        'proposed_changes.value',
        'signatures.note',
      ]),
    );
    const sent = await readSent(id);
    expect(sent && contactsInSent(sent)).toEqual(
      expect.arrayContaining([
        mail('answer'),
        mail('signature'),
        mail('description'),
        mail('value'),
        mail('note'),
        mail('source'),
        PHONE,
      ]),
    );
  });

  it('are shown if their author chose so, but never in the dataset; an editor can hide them nevertheless', async () => {
    const { id, reference } = await talkative({ showContacts: true });
    expect((await ofContribution(reference)).slice(0, 3).every((text) => FOUND.test(text))).toBe(true);
    const cell = (await readContribution(reference, 'en'))?.proposals[0]?.cells.find(
      ({ cell: key }) => key === 'maintainer',
    );
    expect(JSON.stringify(cell?.proposed)).toMatch(FOUND);
    expect(JSON.stringify([cell?.base, cell?.decision])).not.toMatch(FOUND);
    for (const text of await ofDataset()) expect(text).not.toMatch(FOUND);
    expect(await hideContacts({ editor, reference, hidden: true })).toEqual({ ok: true });
    for (const text of await ofContribution(reference)) expect(text).not.toMatch(FOUND);
    // The author can't undo that; the editors can, and then the author's choice is valid again.
    await showContacts({ contributionId: id, shown: true });
    expect((await ofContribution(reference))[0]).not.toMatch(FOUND);
    await hideContacts({ editor, reference, hidden: false });
    expect((await ofContribution(reference))[0]).toMatch(FOUND);
    const events = await db.auditEvent.findMany({
      where: { subjectId: id, action: { contains: 'contacts' } },
      orderBy: { id: 'asc' },
      select: { action: true, actorKind: true },
    });
    expect(events).toEqual([
      { action: 'contribution.contacts_hidden', actorKind: 'editor' },
      { action: 'contribution.contacts_left_to_author', actorKind: 'editor' },
    ]);
  });

  it('are shown or hidden by their author afterwards, for a contribution that can be corrected no more', async () => {
    const { id, reference } = await talkative();
    for (let time = 0; time < 2; time++)
      expect(await showContacts({ contributionId: id, shown: true })).toEqual({ ok: true });
    expect((await ofContribution(reference))[0]).toMatch(FOUND);
    expect(await showContacts({ contributionId: id, shown: false })).toEqual({ ok: true });
    expect((await ofContribution(reference))[0]).not.toMatch(FOUND);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: { contains: 'contacts' } } })).toBe(2);
    expect(await showContacts({ contributionId: '00000000-0000-4000-8000-000000000000', shown: true })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  });

  it('are not an editor’s to hide in a contribution of the own organisation', async () => {
    const { reference } = await talkative({ about: { affiliation: 'Zqown House', show: { affiliation: true } } });
    const own = await makeEditor({ organisation: 'Zqown House' });
    expect(await hideContacts({ editor: own, reference, hidden: true })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
  });
});
