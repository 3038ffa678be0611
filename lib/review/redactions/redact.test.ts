import { beforeAll, describe, expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { searchAgreements } from '@/lib/agreements/search/search';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { listRedactions } from '@/lib/contributions/redaction/redactions';
import { readSent } from '@/lib/contributions/sent';
import { composeMail } from '@/lib/notifications/compose';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { db } from '@/lib/platform/db/client';
import { readAgreement, readHistory } from '@/lib/publication/agreements';
import { readCallAnswers } from '@/lib/publication/answers/call-answers';
import { readAnswersOverYears } from '@/lib/publication/answers-over-years/answers';
import { listDatasetChanges } from '@/lib/publication/changes';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { tableCsv, TABLES } from '@/lib/publication/downloads/tables';
import { contributionsFeed } from '@/lib/publication/feeds/contributions';
import { listAgreementsAt, readAgreementAt } from '@/lib/publication/past/past';
import { listProjects } from '@/lib/publication/projects';
import { readReportContent } from '@/lib/publication/reports/content';
import { searchPublic } from '@/lib/publication/search/search';
import { decideChanges } from '@/lib/review/decide';
import { readDeskAgreement } from '@/lib/review/desk-agreement';
import { readPendingOfAgreement } from '@/lib/review/pending/pending-cells';
import { readDeskPaper } from '@/lib/review/document';
import { publishContribution } from '@/lib/review/publication';
import { readForReview } from '@/lib/review/review-page/review-page';
import { makeEditor } from '@/prisma/factories/people';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';
import { redactEverywhere } from '@/prisma/factories/redactions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { findPersonalData } from '@/prisma/factories/personal-data';
import { wordsIn } from '@/lib/platform/i18n/words';
import { liftRedaction, redactPassage } from './redact';
import type { RedactionInput } from './schema';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const AGREEMENT = 'foc-recommendations';
const MARK = '▇▇▇▇▇ ‹passage removed by the forum’s editors: personal data›';
const words = (where: string) => `Before it the zqsecret of ${where} and zqplain after it.`;
const SECRET = /zqsecret/;

/** The same word wherever a contributor can type a text that becomes public. */
const talkative = (): SubmissionInput => ({
  answers: { gaps: words('answer') },
  signatories: [{ agreement: AGREEMENT, note: words('signature') }, { name: words('agreement') }],
  projects: [{ title: words('project'), description: words('description'), agreements: [AGREEMENT] }],
  proposals: [
    {
      kind: 'update',
      agreement: AGREEMENT,
      changes: [
        { cell: 'maintainer', value: words('value'), note: words('note'), source: words('source') },
        { cell: 'stakeholders', value: words('waiting') },
      ],
    },
  ],
  about: { affiliation: 'Example Foundation', email: 'office@example.org', show: { affiliation: true } },
  consent: true,
});

async function publishedWithCell() {
  const { reference, id, changes } = await submit(talkative());
  const seen = (await readAgreementCells(AGREEMENT))?.cells.maintainer?.version ?? 0;
  const decisions = [{ change: changes.maintainer ?? '', outcome: 'accept' as const, seen, resolve: true }];
  expect(await decideChanges({ editor, reference, decisions })).toMatchObject({ ok: true, decided: 1 });
  await publishContribution({ editor, reference });
  return { reference, id };
}

const redaction = (place: string, rest: Partial<RedactionInput> = {}): RedactionInput => ({
  ...{ place, passage: 'zqsecret', reason: 'personal_data', note: 'It names a person.' },
  ...rest,
});
const redact = (reference: string, input: RedactionInput) => redactPassage({ editor, reference, input });

/** Everything that readers can read of the contribution and of the dataset that it changed, by name. */
async function everythingPublic(reference: string): Promise<Record<string, string>> {
  const list = await listContributions();
  const reading = { locale: 'en', words: wordsIn('en'), audience: 'public' } as const;
  const agreement = await readAgreement(AGREEMENT);
  const dataset = await readDataset();
  const all = {
    page: await readContribution(reference, 'en'),
    list,
    projects: await listProjects(),
    answers: await readCallAnswers('2020', 'en'),
    answersAtDesk: await readCallAnswers('2020', 'en', { audience: 'desk' }),
    years: await readAnswersOverYears('gaps', reading),
    report: await readReportContent('2020', 'en'),
    search: await searchPublic({ sought: 'zqplain', locale: 'en', limit: 50 }),
    agreement,
    form: await readAgreementCells(AGREEMENT),
    history: await readHistory(AGREEMENT),
    changes: await listDatasetChanges({ limit: 50 }),
    past: [await readAgreementAt(AGREEMENT, { version: agreement?.version ?? 0 }), await listAgreementsAt(new Date())],
  };
  return {
    ...Object.fromEntries(Object.entries(all).map(([name, one]) => [name, JSON.stringify(one)])),
    feed: contributionsFeed(list, 'https://example.org'),
    cells: tableCsv(TABLES.cells(dataset)),
    agreements: tableCsv(TABLES.agreements(dataset)),
  };
}
const namesWith = (texts: Record<string, string>) =>
  Object.entries(texts).flatMap(([name, text]) => (SECRET.test(text) ? [name] : []));
const soughtAndFound = async () => {
  const { data, near } = await searchPublic({ sought: 'zqsecret', locale: 'en', limit: 50 });
  return { hits: data.flatMap(({ hits }) => hits.map(({ path }) => path)), near: JSON.stringify(near ?? null) };
};

describe('a redacted passage', () => {
  it('is in nothing that readers read, download or find; the stored words stay', async () => {
    const { reference, id } = await publishedWithCell();
    const before = await everythingPublic(reference);
    expect(namesWith(before)).toEqual(Object.keys(before).filter((name) => !['list', 'feed'].includes(name)));
    expect((await soughtAndFound()).hits.length).toBeGreaterThan(3);
    expect((await searchAgreements('zqsecret')).map(({ slug }) => slug)).toEqual([AGREEMENT]);

    const texts = await redactEverywhere(editor, reference, 'zqsecret');
    expect(texts.map(({ label }) => label)).toEqual([
      'Issues not yet addressed',
      'Agreement signed 1: note',
      'Agreement signed 2: name',
      'Project 1: title',
      'Project 1: description',
      expect.stringContaining('Maintainer: value'),
      expect.stringContaining('Maintainer: note'),
      expect.stringContaining('Maintainer: source'),
      expect.stringContaining('Stakeholders: value'),
    ]);
    const after = await everythingPublic(reference);
    expect(namesWith(after)).toEqual([]);
    expect(after.page).toContain(`Before it the ${MARK} of answer and zqplain after it.`);
    expect(after.agreement).toContain(`Before it the ${MARK} of value and zqplain after it.`);
    const found = await soughtAndFound();
    expect(found.hits).toEqual([]);
    expect(found.near).not.toMatch(SECRET);
    expect(await searchAgreements('zqsecret')).toEqual([]);
    expect(await findPersonalData(['zqsecret'])).toEqual(
      expect.arrayContaining([
        'answers.text',
        'cells.note',
        'projects.title',
        'proposed_changes.value',
        'signatures.note',
      ]),
    );
    const { search } = await db.$queryRaw<[{ search: string }]>`
      SELECT search::text FROM contributions WHERE id = ${id}::uuid`.then(([row]) => row);
    expect(search).not.toMatch(SECRET);
    expect(search).toContain("'zqplain'");
  });
});

describe('redacting', () => {
  it('shows its author the passage with a mark, tells them by message and mail, and sends the words as they were', async () => {
    const { reference, id } = await submit(talkative());
    await db.contact.update({ where: { contributionId: id }, data: { emailConfirmedAt: new Date() } });
    expect(await redact(reference, redaction('answer/gaps/text'))).toEqual({ ok: true });
    const sent = await readSent(id);
    expect(sent?.answers.gaps).toBe('Before it the ‹not shown to readers: zqsecret› of answer and zqplain after it.');
    expect((await readSentBody(id, 1))?.answers.gaps).toBe(words('answer'));
    const [mail] = await db.mail.findMany({ where: { contributionId: id, kind: 'editor-note' } });
    const toSend = await findMailToSend(mail?.id ?? '');
    const composed = toSend && (await composeMail(toSend, () => Promise.resolve('https://example.org/link'), true));
    expect(composed?.text).toContain('The reason: personal data.');
    expect(composed?.text).toContain('It names a person.');
    expect(composed?.text).not.toMatch(SECRET);
    const events = await db.auditEvent.findMany({ where: { subjectId: id, action: 'contribution.passage_redacted' } });
    expect(events.map(({ details, userId }) => ({ details, userId }))).toEqual([
      { details: { revision: 1, reason: 'personal_data', passages: 1 }, userId: editor.userId },
    ]);
  });

  it('refuses a passage that is not there, and one of several unless it says which', async () => {
    const { reference } = await submit({ answers: { gaps: 'One two one two one.' }, consent: true });
    const place = 'answer/gaps/text';
    const refusal = async (input: RedactionInput) => {
      const result = await redact(reference, input);
      return result.ok ? 'ok' : [result.reason, ...(result.issues ?? []).map(({ code }) => code)];
    };
    expect(await refusal(redaction(place, { passage: 'three' }))).toEqual(['passage_not_found', 'passage_not_found']);
    expect(await refusal(redaction(place, { passage: 'two' }))).toEqual(['passage_repeated', 'passage_repeated:2']);
    expect(await refusal(redaction(place, { passage: 'two', occurrence: 3 }))).toEqual([
      'passage_repeated',
      'passage_repeated:2',
    ]);
    expect(await refusal(redaction('answer/none/text', { passage: 'two' }))).toEqual(['not_found']);
    expect(await refusal(redaction(place, { passage: 'two', occurrence: 2 }))).toBe('ok');
    const text = async () =>
      (await readForReview(reference, editor, 'en'))?.answers.find(({ question }) => question.key === 'gaps')?.text;
    expect(await text()).toBe('One two one ‹not shown to readers: two› one.');
    expect(await refusal(redaction(place, { passage: 'two', occurrence: 'all' }))).toBe('ok');
    expect(await text()).toBe('One ‹not shown to readers: two› one ‹not shown to readers: two› one.');
  });

  it('keeps both of two passages that overlap and are redacted at the same moment', async () => {
    const { reference, id } = await submit({ answers: { gaps: 'alpha beta gamma delta' }, consent: true });
    const place = 'answer/gaps/text';
    const results = await Promise.all([
      redact(reference, redaction(place, { passage: 'alpha beta' })),
      redact(reference, redaction(place, { passage: 'beta gamma', reason: 'law' })),
      redact(reference, redaction(place, { passage: 'beta gamma', reason: 'law' })),
    ]);
    expect(results).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await db.redaction.count({ where: { contributionId: id } })).toBe(2);
    await publishContribution({ editor, reference });
    expect((await readContribution(reference, 'en'))?.answers[0]?.text).toBe(
      '▇▇▇▇▇ ‹passage removed by the forum’s editors: personal data, required by law› delta',
    );
  });

  it('is refused to an observer, who reads the text as readers do', async () => {
    const observer = await makeEditor({ role: 'observer' });
    const { reference } = await submit(talkative());
    const refused = await redactPassage({ editor: observer, reference, input: redaction('answer/gaps/text') });
    expect(refused).toEqual({ ok: false, reason: 'forbidden' });
    await redactEverywhere(editor, reference, 'zqsecret');
    const { redactions, ...read } = (await readForReview(reference, observer, 'en')) ?? { redactions: null };
    expect(redactions).toEqual({ texts: [], redactions: [] });
    expect(JSON.stringify(read)).toContain(`the ${MARK} of answer`);
    expect(JSON.stringify(read)).not.toMatch(SECRET);
    const [ofReaders, ofEditors] = [await deskPages(observer, reference), await deskPages(editor, reference)];
    expect(ofReaders).toContain(MARK);
    expect(ofReaders).not.toMatch(SECRET);
    expect(ofEditors).toMatch(SECRET);
  });
});

/** What the desk shows of the agreement and of what waits for it. */
const deskPages = async (actor: typeof editor, reference: string) =>
  JSON.stringify([
    await readDeskPaper(reference, actor),
    await readDeskAgreement(AGREEMENT, actor),
    await readPendingOfAgreement(AGREEMENT, actor),
  ]);

describe('lifting a redaction', () => {
  it('shows the passage again, once, with a reason that is kept', async () => {
    const { reference, id } = await submit({ answers: { gaps: 'A word too much.' }, consent: true });
    await redact(reference, redaction('answer/gaps/text', { passage: 'word' }));
    const [listed] = await listRedactions(id);
    const lift = (reason: string) => liftRedaction({ editor, reference, id: listed?.id ?? '', reason });
    expect(await lift('A mistake.')).toEqual({ ok: true });
    expect(await lift('Another reason.')).toEqual({ ok: true });
    expect((await listRedactions(id)).map(({ lifted }) => lifted?.reason)).toEqual(['A mistake.']);
    await publishContribution({ editor, reference });
    expect((await readContribution(reference, 'en'))?.answers[0]?.text).toBe('A word too much.');
  });

  it('is all that changes a redaction, whatever statement tries to', async () => {
    const { reference, id } = await submit({ answers: { gaps: 'A word too much.' }, consent: true });
    await redact(reference, redaction('answer/gaps/text', { passage: 'word' }));
    const [listed] = await listRedactions(id);
    await liftRedaction({ editor, reference, id: listed?.id ?? '', reason: 'A mistake.' });
    const refused = /append-only/;
    await expect(db.redaction.update({ where: { id: listed?.id }, data: { note: 'Other' } })).rejects.toThrow(refused);
    await expect(db.redaction.update({ where: { id: listed?.id }, data: { liftReason: 'B' } })).rejects.toThrow(
      refused,
    );
    await expect(db.redaction.delete({ where: { id: listed?.id } })).rejects.toThrow(refused);
    await expect(db.answer.updateMany({ data: { text: 'Other' } })).rejects.toThrow(refused);
  });
});
