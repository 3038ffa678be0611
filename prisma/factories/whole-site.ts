import { addCriterionSet } from '@/lib/agreements/criteria';
import { newCriterionSet } from '@/lib/agreements/criteria-schema';
import { newCall } from '@/lib/calls/call-input-schema';
import { createCall } from '@/lib/calls/create-call';
import { makePreviewLink } from '@/lib/calls/preview';
import { listUnsentEntries } from '@/lib/contributions/on-behalf/entries';
import { addFile } from '@/lib/contributions/files/files';
import { listLinks } from '@/lib/contributions/links';
import type { Editor } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { publishReport } from '@/lib/publication/reports/editions/publish';
import { listReportTexts, saveReportText } from '@/lib/publication/reports/synthesis/texts';
import { checkBulkEntry, uploadBulkEntry } from '@/lib/review/bulk/bulk-entry';
import { enterFile } from '@/lib/received/entered-files';
import { uploadParticipantTable } from '@/lib/review/participants/table-upload';
import { makeCallAsking, publishVersion } from './calls';
import { makeDraft, saveDraft } from './drafts';
import { EVERY_KIND, EVERY_VALUE, makeCallWith, makeDraftOfEveryKind } from './every-kind';
import { letterAsForwardedMail } from './free-form-files';
import { makePdf } from './files';
import { confirmContact, draftMail } from './outbox';
import { makeEditor } from './people';
import { makeParticipation } from './participants';
import { publish, published, takenDown, withdrawn } from './published';
import { makeQuestion } from './questions';
import { submit } from './submissions';
import type { SubmissionInput } from './submissions';

/** An address of 120 characters and a compound of 80 letters, in every field that takes them. */
const ADDRESS = 'https://example.org/'.padEnd(120, 'abcdefghij');
export const COMPOUND = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.slice(
  0,
  80,
);
const WORDS = `${COMPOUND} ${ADDRESS}`;

const about = {
  affiliation: COMPOUND,
  name: COMPOUND,
  country: 'FI',
  stakeholderGroup: 'academia' as const,
  show: { affiliation: true, name: true, country: true },
};

/** A contribution that fills every field with long words. */
const wide = (agreement: string): SubmissionInput => ({
  answers: { signatory: WORDS, projects: WORDS, agreements: WORDS, gaps: WORDS, comments: WORDS },
  signatories: [
    { agreement: 'paris-call', note: WORDS },
    { name: COMPOUND, note: WORDS },
  ],
  projects: [
    {
      title: COMPOUND,
      description: WORDS,
      link: ADDRESS,
      agreements: ['ungge-2015'],
      criteria: ['supply-chain-integrity'],
    },
  ],
  proposals: [
    {
      kind: 'update',
      agreement,
      comment: WORDS,
      changes: [
        { cell: 'maintainer', value: COMPOUND, note: WORDS, source: ADDRESS },
        { cell: 'link', value: ADDRESS, note: WORDS, source: ADDRESS },
        { cell: 'stakeholders', value: WORDS, note: WORDS, source: ADDRESS },
        {
          cell: 'signatories',
          value: { count: 28, unit: COMPOUND, list: [COMPOUND], link: ADDRESS },
          note: WORDS,
          source: ADDRESS,
        },
        { cell: 'uniqueElements', value: [WORDS], note: WORDS, source: ADDRESS },
        { cell: 'report-vulnerabilities', value: 'yes', note: WORDS, source: ADDRESS },
      ],
    } as never,
  ],
  about,
  consent: true,
});

export type WholeSite = Awaited<ReturnType<typeof fillWholeSite>>;

/** Content with long words for every page there is. Returns what the addresses of these pages need. */
export async function fillWholeSite() {
  const admin = await makeEditor({ role: 'admin' });
  const shown = await published(wide('ecowas-directive'), { accept: 'ecowas-directive' });
  const { reference: gone } = await published(wide('eac-cyber-laws'));
  await withdrawn(gone);
  const { reference: down } = await published(wide('manrs'));
  await takenDown(down);
  const sent = await submit({ ...wide('oas-strategy'), about: { ...about, email: 'wide.words@example.org' } });
  const drafted = await submit({ ...wide('sadc-model-laws'), about: { ...about, email: 'drafted@example.org' } });
  await confirmContact(drafted.reference);
  const mail = await draftMail(drafted.reference);
  const release = `wide.${Date.now()}`;
  const frozen = await freezeRelease({
    admin,
    release: { slug: release, title: COMPOUND, notes: WORDS } as never,
    origin: 'http://localhost',
  });
  if (!frozen.ok) throw new Error(`not frozen: ${JSON.stringify(frozen)}`);
  const set = newCriterionSet.parse({
    title: 'Duties of operators',
    description: WORDS,
    source: ADDRESS,
    criteria: [{ title: 'Reporting of incidents', shortTitle: 'Reporting', description: WORDS }],
  });
  const added = await addCriterionSet({ editor: admin, set });
  if (!added.ok) throw new Error(`not added: ${JSON.stringify(added)}`);
  const table = `agreement;criterion;value;note;source\noas-strategy;maintainer;${COMPOUND};;Its site\nno-such;maintainer;x;;y`;
  const bulk = await uploadBulkEntry({ editor: admin, fileName: 'cells.csv', bytes: Buffer.from(table) });
  if (!bulk.ok) throw new Error(`not uploaded: ${JSON.stringify(bulk)}`);
  await checkBulkEntry(bulk.id);
  const participant = await makeParticipation({
    agreement: 'ecowas-directive',
    name: COMPOUND,
    country: 'FI',
    group: 'academia',
    ...{ source: WORDS, link: ADDRESS, quotation: WORDS, reservation: WORDS, contribution: shown.reference },
  });
  return {
    ...{
      shown,
      gone,
      down,
      sent,
      mail,
      release,
      set: added.slug,
      person: admin.userId,
      bulk: bulk.id,
      enteredFile: await enterMail(admin),
      participant: participant.participant,
      participantTable: await uploadParticipants(admin),
    },
    preview: await makePreviewedCall(admin),
    draft: await fillDraft(),
    newer: await draftBeforeNewVersion(),
    kinds: await fillEveryKind(),
    link: await firstLinkOf(sent.reference),
    report: await publishLongReport(admin),
  };
}

/** The report of the call of 2020 with a synthesis of long words. Returns its number and the version of its text. */
async function publishLongReport(admin: Editor): Promise<{ number: number; version: number }> {
  const [newest] = await listReportTexts('2020');
  const sections = [{ title: COMPOUND, text: `${WORDS}\n\n- ${WORDS}\n\n> {count:published}` }];
  const saved = await saveReportText(admin, { call: '2020', sections, note: WORDS, base: newest?.version ?? 0 });
  const done = saved.ok ? await publishReport({ admin, call: '2020', base: saved.version }) : saved;
  if (!saved.ok || !done.ok) throw new Error(`no report: ${JSON.stringify([saved, done])}`);
  return { number: done.number, version: saved.version };
}

/** A mail that the admin has to place. Returns the draft's id. */
async function enterMail(editor: Editor): Promise<string> {
  const file = { name: `${COMPOUND}.eml`, bytes: letterAsForwardedMail(WORDS) };
  const entered = await enterFile({ editor, callSlug: '2020', receivedOn: '2020-11-03', file });
  const [entry] = await listUnsentEntries(editor);
  if (!entered.ok || !entry) throw new Error(`not entered: ${JSON.stringify(entered)}`);
  return entry.contributionId;
}

/** A table of participants with a row that is new and one at fault. Returns its id. */
async function uploadParticipants(editor: Editor): Promise<string> {
  const rows = `agreement;name;kind;action;source\nmanrs;${COMPOUND}n;organisation;endorsed;x\nno-such;${COMPOUND};organisation;endorsed;y`;
  const table = await uploadParticipantTable({ editor, fileName: `${COMPOUND}.csv`, bytes: Buffer.from(rows) });
  if (!table.ok) throw new Error(`not uploaded: ${JSON.stringify(table)}`);
  return table.id;
}

/** A copy of the call of 2020 with a long title that is not public. Returns its name and its preview link's token. */
async function makePreviewedCall(editor: Editor): Promise<{ slug: string; token: string }> {
  const slug = `wide-${Date.now().toString(36)}`;
  const call = newCall.parse({ slug, title: COMPOUND, closesOn: '2099-10-17', timeZone: 'UTC', from: '2020' });
  const made = await createCall({ editor, call });
  const link = await makePreviewLink({ editor, slug });
  if (!made.ok || !link.ok) throw new Error(`no preview: ${JSON.stringify([made, link])}`);
  return { slug, token: link.token };
}

/** A call with questions of every kind: a draft, and a published contribution. */
async function fillEveryKind(): Promise<{ call: string; token: string; reference: string }> {
  const call = await makeCallWith(EVERY_KIND.map(({ question }) => question));
  const { token } = await makeDraftOfEveryKind(call);
  const { reference } = await submit({ values: EVERY_VALUE, about, consent: true }, { callSlug: call });
  await publish(reference);
  return { call, token, reference };
}

/** A draft whose steps all hold long words. */
async function fillDraft(): Promise<{ id: string; token: string }> {
  const { id, token } = await makeDraft({
    sections: {
      signatory: {
        text: WORDS,
        agreements: ['paris-call'],
        notes: { 'paris-call': WORDS },
        others: [{ name: COMPOUND, note: WORDS }],
      },
      projects: {
        text: WORDS,
        projects: [{ title: COMPOUND, description: WORDS, link: ADDRESS, agreements: [], criteria: [] }],
      },
      'agreements/1': {
        kind: 'update',
        agreement: 'sadc-model-laws',
        comment: WORDS,
        cells: { maintainer: { value: COMPOUND, note: WORDS, source: ADDRESS } },
      },
      comments: { text: WORDS },
      about: {
        attribution: 'organisation',
        name: COMPOUND,
        affiliation: COMPOUND,
        country: 'FI',
        show: { country: true },
      },
    },
  });
  await saveDraft(id, 'gaps', { text: WORDS });
  await addFile({ contributionId: id, questionKey: 'gaps', name: `${COMPOUND}.pdf`, bytes: makePdf() });
  return { id, token };
}

/** A draft in sections with a rule, wordings and a newer version, so that each of its pages has something to say. */
async function draftBeforeNewVersion(): Promise<{ slug: string; token: string }> {
  const policy = { ...makeQuestion('text', 'policy'), section: 'general', number: 'A.1', title: WORDS };
  const followUp = {
    ...makeQuestion('text', 'age', { maxLength: 100 }),
    section: 'special',
    number: 'B.1',
    askedIf: [{ question: 'policy', operator: 'is' as const, value: 'Yes' }],
  };
  const sections = [
    { key: 'general', title: COMPOUND, help: WORDS },
    { key: 'special', title: 'Special section', help: '' },
  ];
  const audiences = [{ key: 'firms', label: COMPOUND }];
  const joined = makeQuestion('signatory', 'joined');
  const { slug } = await makeCallAsking({ sections, audiences, questions: [policy, followUp, joined] });
  const typed = { policy: { text: 'No' }, age: { text: WORDS }, joined: { text: WORDS } };
  const { token } = await makeDraft({ call: slug, sections: typed });
  await publishVersion(slug, {
    sections,
    audiences,
    questions: [{ ...policy, title: 'Have you a policy?' }, followUp, makeQuestion('text', 'new')],
  });
  return { slug, token };
}

async function firstLinkOf(reference: string): Promise<string> {
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const [link] = await listLinks(id);
  if (!link) throw new Error(`${reference} has no link`);
  return link.id;
}
