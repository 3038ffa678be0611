import { describe, expect, it } from 'vitest';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { saveSection } from '@/lib/contributions/drafts/drafts';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { composeMail } from '@/lib/notifications/compose';
import { db } from '@/lib/platform/db/client';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Question } from '@/lib/questions/registry';
import { makeCallAsking } from '@/prisma/factories/calls';
import { makeDraft, storedStep } from '@/prisma/factories/drafts';
import { makeQuestion } from '@/prisma/factories/questions';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { carryOver, readEarlier } from './earlier';
import { mailEarlierLink } from './mail-link';

useTestDatabase();

const questions: Question[] = [
  makeQuestion('signatory', 'joined'),
  makeQuestion('projects', 'projects'),
  makeQuestion('proposals', 'agreements'),
  makeQuestion('text', 'comments'),
];

async function earlierOf(id: string, asked = questions) {
  const dataset = { agreements: await listAgreementNames(), sets: await listCriteria() };
  return readEarlier({ earlierId: id, questionnaire: { questions: asked }, dataset, words: wordsIn('en') });
}

const labelsOf = (groups: Awaited<ReturnType<typeof earlierOf>>) =>
  groups.map(({ step, items }) => [step, items.map(({ label }) => label)]);

async function newDraft() {
  const { slug } = await makeCallAsking({ questions });
  return { slug, ...(await makeDraft({ call: slug })) };
}

describe('an earlier contribution', () => {
  it('lends its signatories, projects and contact to the questions of this year, and nothing else', async () => {
    const { id } = await submit(eastWestSubmission());
    const names = Object.fromEntries((await listAgreementNames()).map(({ slug, name }) => [slug, name]));
    expect(labelsOf(await earlierOf(id))).toEqual([
      ['joined', [names.gcsc, names['paris-call']]],
      ['projects', ['Global Cyber Policy Dialogues', 'Trust and security in ICT supply chains']],
      ['about', ['Programme office', 'EastWest Institute', 'programme.office@example.org', 'US', 'civil_society']],
    ]);
  });

  it('lends nothing once it is withdrawn', async () => {
    const { id } = await submit(eastWestSubmission());
    await withdrawContribution({ contributionId: id });
    expect(await earlierOf(id)).toEqual([]);
  });
});

describe('an item that names a retired agreement', () => {
  it('is left out, and named as left out', async () => {
    const { id } = await submit(eastWestSubmission());
    const [gcsc] = await db.agreement.findMany({ where: { slug: 'gcsc' }, select: { name: true } });
    await db.agreement.update({ where: { slug: 'gcsc' }, data: { retiredAt: new Date() } });
    const groups = await earlierOf(id);
    await db.agreement.update({ where: { slug: 'gcsc' }, data: { retiredAt: null } });
    const of = (key: string) => groups.find(({ step }) => step === key);
    expect(of('joined')?.leftOut).toEqual([{ label: gcsc?.name, agreements: [gcsc?.name] }]);
    expect(of('joined')?.items).toHaveLength(1);
    expect(of('projects')?.leftOut).toEqual([
      { label: 'Trust and security in ICT supply chains', agreements: [gcsc?.name] },
    ]);
    expect(of('projects')?.items.map(({ label }) => label)).toEqual(['Global Cyber Policy Dialogues']);
  });
});

describe('records of last year', () => {
  const field = (key: string, kind: 'text' | 'date' | 'agreements') => ({ key, label: `Label of ${key}`, kind });
  const askedThen = makeQuestion('records', 'incidents', {
    fields: [field('what', 'text'), field('when', 'date'), field('where', 'text'), field('agreements', 'agreements')],
  });
  const askedNow = makeQuestion('records', 'incidents', {
    fields: [field('what', 'text'), field('when', 'date'), field('agreements', 'agreements')],
  });
  const incidents = [
    { what: 'Ransomware in a hospital', when: '2018-04', where: 'On a coast' },
    { what: 'A stolen key', agreements: ['manrs'] },
    { where: 'A place alone' },
  ];
  async function sent() {
    const { slug } = await makeCallAsking({ questions: [askedThen] });
    return submit({ values: { incidents }, consent: true }, { callSlug: slug });
  }

  it('are offered by what they say, without fields that are not asked any more, and go into the draft', async () => {
    const { id } = await sent();
    const earlier = await earlierOf(id, [askedNow]);
    expect(earlier[0]?.items.map(({ label, note }) => [label, note])).toEqual([
      ['Ransomware in a hospital', 'Label of when: Apr 2018'],
      ['A stolen key', expect.stringContaining('MANRS')],
    ]);
    const { slug } = await makeCallAsking({ questions: [askedNow] });
    const draft = await makeDraft({ call: slug });
    const confirmed = new Set([earlier[0]?.items[0]?.id ?? '']);
    const questionnaire = { questions: [askedNow] };
    expect(await carryOver({ contributionId: draft.id, confirmed, earlier, questionnaire })).toEqual({
      ok: true,
      steps: 1,
    });
    expect(await storedStep(draft.id, 'incidents')).toEqual({
      text: '',
      records: [{ what: 'Ransomware in a hospital', when: '2018-04', agreements: [] }],
    });
  });

  it('are not offered to a question of another key, which may ask for other things', async () => {
    const { id } = await sent();
    expect(await earlierOf(id, [{ ...askedNow, key: 'inventory' }])).toEqual([]);
  });
});

describe('a draft that begins with an earlier contribution', () => {
  it('holds what was confirmed, without what was dropped', async () => {
    const { id } = await submit(eastWestSubmission());
    const earlier = await earlierOf(id);
    const dropped = new Set([`${id} signatory 1`, `${id} projects 0`, `${id} about name`]);
    const all = earlier.flatMap(({ items }) => items.map((item) => item.id));
    expect(all.filter((item) => dropped.has(item))).toHaveLength(3);
    const draft = await newDraft();
    const confirmed = new Set(all.filter((item) => !dropped.has(item)));
    const carried = await carryOver({ contributionId: draft.id, confirmed, earlier, questionnaire: { questions } });
    expect(carried).toEqual({ ok: true, steps: 3 });
    expect(await storedStep(draft.id, 'joined')).toMatchObject({
      text: '',
      agreements: ['gcsc'],
      notes: { gcsc: 'Final report, Advancing Cyberstability' },
    });
    expect(await storedStep(draft.id, 'projects')).toMatchObject({
      projects: [{ title: 'Trust and security in ICT supply chains' }],
    });
    expect(await storedStep(draft.id, 'about')).toMatchObject({
      attribution: '',
      name: '',
      affiliation: 'EastWest Institute',
      email: 'programme.office@example.org',
    });
  });

  it('keeps a step in which something is typed already', async () => {
    const { id } = await submit(eastWestSubmission());
    const earlier = await earlierOf(id);
    const draft = await newDraft();
    await saveSection({ contributionId: draft.id, key: 'projects', expectedVersion: 0, data: { text: 'Mine' } });
    const confirmed = new Set(earlier.flatMap(({ items }) => items.map((item) => item.id)));
    expect(await carryOver({ contributionId: draft.id, confirmed, earlier, questionnaire: { questions } })).toEqual({
      ok: true,
      steps: 2,
    });
    expect(await storedStep(draft.id, 'projects')).toEqual({ text: 'Mine' });
  });
});

describe('the private link of an earlier contribution', () => {
  const mailsTo = (contributionId: string) =>
    db.mail.count({ where: { contributionId, kind: 'earlier-contribution' } });
  const ask = async (email: string, callSlug = 'another') => mailEarlierLink({ email, callSlug, locale: 'en' });
  async function sentBy(email: string, confirmed: boolean) {
    const { id } = await submit({ answers: { comments: email }, about: { email }, consent: true });
    if (confirmed) await db.contact.update({ where: { contributionId: id }, data: { emailConfirmedAt: new Date() } });
    return id;
  }

  it('is mailed to the address that was confirmed for it', async () => {
    const id = await sentBy('office-a@example.org', true);
    expect(await ask('Office-A@example.org')).toEqual({ ok: true });
    expect(await mailsTo(id)).toBe(1);
    const mail = await db.mail.findFirstOrThrow({ where: { contributionId: id, kind: 'earlier-contribution' } });
    const composed = await composeMail({ ...mail, locale: 'en' }, () => Promise.resolve('https://forum.example/link'));
    expect(composed.text).toContain('https://forum.example/link?begin=another');
  });

  it('is not mailed to an unconfirmed address or for the same call, with the same answer', async () => {
    const [unconfirmed, sameCall] = [
      await sentBy('office-b@example.org', false),
      await sentBy('office-c@example.org', true),
    ];
    expect(await ask('office-b@example.org')).toEqual({ ok: true });
    expect(await ask('office-c@example.org', '2020')).toEqual({ ok: true });
    expect(await ask('unknown@example.org')).toEqual({ ok: true });
    expect([await mailsTo(unconfirmed), await mailsTo(sameCall)]).toEqual([0, 0]);
  });

  it('is mailed three times a day at most', async () => {
    const id = await sentBy('office-d@example.org', true);
    for (let time = 0; time < 5; time += 1) expect(await ask('office-d@example.org')).toEqual({ ok: true });
    expect(await mailsTo(id)).toBe(3);
  });

  it('needs an address that can be one', async () => {
    expect(await ask('nowhere')).toMatchObject({ ok: false, issues: [{ path: 'email', code: 'not_an_email' }] });
    expect(await ask(' ')).toMatchObject({ ok: false, issues: [{ path: 'email', code: 'required' }] });
  });
});
