import { beforeAll, describe, expect, it } from 'vitest';
import { listAgreementNames, listCodedAgreements, listCriteria, readDescriptions } from '@/lib/agreements/cells';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import { readCall } from '@/lib/calls/calls';
import { beginProposal, saveSection } from '@/lib/contributions/drafts/drafts';
import { readDraft } from '@/lib/contributions/drafts/stored-draft';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets, placesIn } from '@/lib/questions/answer-places';
import type { Paper } from '@/lib/questions/paper';
import {
  EVERY_KIND,
  makeCallWith,
  makeDraftOfEveryKind,
  partsOfDraft,
  sendDraft,
  textOf,
} from '@/prisma/factories/every-kind';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { draftFormPaper } from './draft-form';
import { originIn } from './file-properties';
import { readToday } from './agreements-today';
import { saidIn, unzipped } from './read-word';
import { wordFile } from './word/file';
import { readWordExport, recordWordExport, shapeOfDraft } from './word-exports';

useTestDatabase();

let slug: string;
let id: string;

beforeAll(async () => {
  slug = await makeCallWith(EVERY_KIND.map(({ question }) => question));
  ({ id } = await makeDraftOfEveryKind(slug));
  const begun = await beginProposal({
    contributionId: id,
    step: 'proposals1',
    target: { kind: 'update', agreement: 'paris-call' },
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
});

async function exported(of = id) {
  const draft = await readDraft(of, 'en');
  if (!draft) throw new Error('no draft');
  const recorded = await recordWordExport(draft, await partsOfDraft(of), 'en');
  if (!recorded.ok) throw new Error(recorded.reason);
  return { draft, recorded };
}

async function formOfDraft(): Promise<Paper> {
  const [call, parts, sets] = [await readCall(slug, 'en'), await partsOfDraft(id), await listCriteria()];
  if (!call) throw new Error('no call');
  const { draft, recorded } = await exported();
  return draftFormPaper({
    ...{ locale: 'en', words: wordsIn('en'), call, parts, shape: shapeOfDraft(parts), at: new Date() },
    questionnaire: draft.questionnaire,
    annex: [],
    agreements: await listCodedAgreements(),
    descriptions: await readDescriptions(),
    sets: codedSets(sets),
    agreementsAddress: null,
    today: await readToday(parts),
    names: referenceNamesIn({ agreements: await listAgreementNames(), sets }),
    address: null,
    export: recorded,
  });
}

const writtenAt = (paper: Paper, tag: string) =>
  paper.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'room') return block.place.tag === tag ? [block.text] : [];
      return block.kind === 'table'
        ? block.rows.flat(2).flatMap(({ place, text }) => (place?.tag === tag ? [text] : []))
        : [];
    });

describe('a draft as a Word form', () => {
  it('has what is typed in the controls of its places', async () => {
    const paper = await formOfDraft();
    const { text, xml } = await saidIn(paper);
    for (const { question } of EVERY_KIND) expect(text).toContain(textOf(question));
    expect(writtenAt(paper, 'bpf:yesno1/value')).toEqual(['Yes']);
    expect(writtenAt(paper, 'bpf:choices1/value/choices=first')).toEqual(['x']);
    expect(writtenAt(paper, 'bpf:records1/records/0/what')).toEqual(['First thing records1']);
    expect(writtenAt(paper, 'bpf:records1/records/0/sector/other')).toEqual(['mills of records1']);
    expect(writtenAt(paper, 'bpf:records1/records/0/norms')).toEqual(['C2.03']);
    expect(writtenAt(paper, 'bpf:about/email')).toEqual(['office@example.org']);
    expect(writtenAt(paper, 'bpf:about/attribution')).toEqual(['As the organisation']);
    expect(writtenAt(paper, 'bpf:check/consent')).toEqual(['']);
    expect(xml).toMatch(/<w:tag w:val="bpf:choices1\/value\/choices=first"\/>.*?<w14:checked w14:val="1"\/>/s);
    const ticked = (xml.match(/<w14:checked w14:val="1"\/>/g) ?? []).length;
    expect(ticked).toBeGreaterThan(4);
    expect(xml.match(/☒/g)).toHaveLength(ticked);
  });

  it('has each cell of an update beside what the dataset says today', async () => {
    const paper = await formOfDraft();
    const blocks = paper.sections.flatMap((one) => (one.id.startsWith('proposals1-P') ? one.blocks : []));
    const tables = blocks.flatMap((block) => (block.kind === 'table' && block.heads.length === 5 ? [block] : []));
    const row = tables[0]?.rows.find(([code]) => code?.[0]?.text.endsWith('.F01'));
    expect(row?.[2]?.[0]?.text).toBe('Paris Call for Trust and Security in Cyberspace');
    expect(row?.[3]?.[0]?.place).toMatchObject({ path: ['cells', 'name', 'value'], entry: { kind: 'update' } });
  });

  it('names its export, which knows the draft and its shape and is the same while nothing changes', async () => {
    const { recorded } = await exported();
    expect((await exported()).recorded).toEqual(recorded);
    const parts = await unzipped(await wordFile(await formOfDraft()));
    expect(parts.get('docProps/custom.xml')).toContain(recorded.id);
    expect(originIn((await formOfDraft()).properties ?? {})).toMatchObject({ call: slug, export: recorded.id });
    const known = await readWordExport(recorded.id);
    expect(known).toMatchObject({ contributionId: id, locale: 'en', shape: shapeOfDraft(await partsOfDraft(id)) });
    expect(known?.versions.about).toBe((await exported()).draft.sections.get('about')?.version);
    await saveSection({
      contributionId: id,
      key: 'text1',
      expectedVersion: 1,
      data: { text: 'Changed.' },
    });
    expect((await exported()).recorded.id).not.toBe(recorded.id);
    expect(await readWordExport('blank-0123')).toBeNull();
  });

  it('has unique anchors, those of the draft’s rows among them', async () => {
    const places = (await formOfDraft()).sections.flatMap(({ blocks }) => placesIn(blocks));
    expect(new Set(places.map(({ bookmark }) => bookmark)).size).toBe(places.length);
    expect(places.some(({ tag }) => tag === 'bpf:records2/records/2/what')).toBe(true);
  });

  it('is forgotten when the contribution is withdrawn', async () => {
    const { id: sent } = await makeDraftOfEveryKind(slug);
    const { recorded } = await exported(sent);
    await sendDraft(sent, slug);
    expect(await readWordExport(recorded.id)).toMatchObject({ contributionId: sent });
    await withdrawContribution({ contributionId: sent });
    expect(await readWordExport(recorded.id)).toBeNull();
  });
});
