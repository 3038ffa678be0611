import { describe, expect, it } from 'vitest';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import { listAgreementNames, listCodedAgreements, listCriteria, readAgreementCells } from '@/lib/agreements/cells';
import { readCall } from '@/lib/calls/calls';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { readPublicCall } from '@/lib/publication/calls';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { blankCallPaper } from './blank-call';
import type { Audience } from './content';
import { contributionPaper } from './contribution-paper';
import { contentOfDraft } from './draft-content';
import type { Paper } from '@/lib/questions/paper';
import { saidIn, unzipped } from './read-word';
import { wordFile } from '@/lib/contributions/documents/word/file';
import { wordsIn } from '@/lib/platform/i18n/words';

useTestDatabase();

const words = wordsIn('en');
const NOW = new Date('2020-10-01T12:00:00Z');

async function paperOfDraft(typed: Record<string, unknown>, audience: Audience = 'author'): Promise<Paper> {
  const call = await readCall('2020', 'en');
  if (!call) throw new Error('no call');
  const [agreements, sets, gcsc] = [await listAgreementNames(), await listCriteria(), await readAgreementCells('gcsc')];
  if (!gcsc) throw new Error('no agreement');
  const criteria = sets.flatMap((set) => set.criteria.map(({ key }) => key));
  const base = Object.fromEntries(
    Object.entries(gcsc.cells).map(([key, { value, note, source }]) => [key, { value, note, source }]),
  );
  const parts: DraftPart[] = [
    ...call.questionnaire.content.questions.flatMap((question): DraftPart[] => [
      { step: question.key, section: { kind: question.kind, question }, data: typed[question.key] },
      ...(question.kind === 'proposals' && typed['agreements/1']
        ? [
            {
              step: question.key,
              position: 1,
              section: { kind: 'proposal' as const, base, criteria },
              data: typed['agreements/1'],
            },
          ]
        : []),
    ]),
    { step: 'about', section: { kind: 'about' }, data: typed.about },
  ];
  const source = {
    locale: 'en' as const,
    questionnaire: call.questionnaire.content,
    asked: new Set(call.questionnaire.content.questions.map(({ key }) => key)),
    parts,
    agreements,
    sets,
    names: referenceNamesIn({ agreements, sets }),
    today: new Map([['gcsc', gcsc]]),
    files: [{ questionKey: 'gaps', name: 'annex.pdf' }],
    faults: new Map([['gaps', ['Your answer: Please fill this in.']]]),
  };
  return contributionPaper({
    locale: 'en',
    call,
    state: { kind: 'draft', at: NOW, reference: null },
    content: contentOfDraft(source, audience, words),
    words,
  });
}

const ABOUT = {
  name: 'secret-name',
  affiliation: 'Shown Institute',
  country: 'US',
  email: 'secret-mail@example.org',
  stakeholderGroup: 'civil_society',
  show: { affiliation: 'on' },
};
const TYPED = {
  signatory: {
    text: 'Two of them.',
    agreements: ['gcsc'],
    notes: { gcsc: 'since 2019' },
    others: [{ name: 'A pact of our own', note: '' }],
  },
  projects: {
    text: '',
    projects: [
      {
        title: 'Dialogues',
        description: 'Regional **meetings**.',
        link: 'https://example.org/d',
        agreements: ['ungge-2015'],
        criteria: ['interstate-cooperation'],
      },
    ],
  },
  'agreements/1': {
    kind: 'update',
    agreement: 'gcsc',
    baseVersion: 1,
    comment: 'Ask the secretariat.',
    cells: { name: { value: 'Cyberstability Framework', note: '', source: 'Final report' } },
  },
  about: ABOUT,
};

describe('a draft as a Word file', () => {
  it('says every question with its help, every answer, and proposed cells beside today’s', async () => {
    const { text } = await saidIn(await paperOfDraft(TYPED));
    const call = await readCall('2020', 'en');
    for (const { title, help } of call?.questionnaire.content.questions ?? []) {
      expect(text).toContain(title);
      expect(text).toContain(help);
    }
    for (const said of [
      'Draft, as of 1 October 2020 at 12:00 UTC',
      'Two of them.',
      'GCSC Six Critical Norms since 2019',
      'A pact of our own',
      'Dialogues',
      'Regional meetings.',
      'https://example.org/d',
      'Left empty',
      'annex.pdf',
      'Your answer: Please fill this in.',
      'Ask the secretariat.',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/Name\s+GCSC Six Critical Norms[\s\S]{0,400}Cyberstability Framework\s+Source: Final report/);
  });

  it('has the structure of Word: styled headings, head rows, language, title, no personal name', async () => {
    const { xml, parts } = await saidIn(await paperOfDraft(TYPED));
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
    expect(xml).toContain('<w:pStyle w:val="Title"/>');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).not.toMatch(/<w:pStyle [^>]*><w:pStyle/);
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="en-GB"');
    const properties = parts.get('docProps/core.xml') ?? '';
    expect(properties).toContain('<dc:title>Draft contribution</dc:title>');
    expect(properties).toContain(
      '<dc:creator>Best Practice Forum on Cybersecurity, Internet Governance Forum</dc:creator>',
    );
    expect(properties).not.toMatch(/secret|Un-named/);
  });

  it('sets Markdown as Word would, and leaves HTML and dangerous links as text', async () => {
    const text =
      'A **bold** and *slanted* word, [a page](https://example.org/page), [bad](javascript:alert(1)).\nNext line\n\n- one\n  - inner\n- two\n\n1. first\n2. second\n\n> quoted\n\n<script>alert(1)</script>';
    const { xml, text: said, parts } = await saidIn(await paperOfDraft({ gaps: { text } }));
    expect(xml).toMatch(/<w:b\/>.{0,80}<w:t[^>]*>bold</);
    expect(xml).toMatch(/<w:i\/>.{0,80}<w:t[^>]*>slanted</);
    expect(said).toContain('a page (https://example.org/page)');
    expect(said).toMatch(/Next line/);
    expect(xml.match(/<w:pStyle w:val="Quotation"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:numPr>/g)?.length).toBeGreaterThanOrEqual(5);
    expect(said).toContain('<script>alert(1)</script>');
    expect(parts.get('word/_rels/document.xml.rels')).toContain('https://example.org/page');
    expect([...parts.values()].join('')).not.toContain('Target="javascript:');
  });

  it('keeps the author’s numbers, and prints no address that leads nowhere from paper', async () => {
    const { text } = await saidIn(
      await paperOfDraft({ gaps: { text: '1. first\n3. third\n5. fifth\n\n[see below](#part) and 2*3*4=24' } }),
    );
    for (const said of ['1.\tfirst', '3.\tthird', '5.\tfifth', 'see below and 2*3*4=24'])
      expect(text.replaceAll(/<w:tab\/>/g, '\t')).toContain(said);
    expect(text).not.toContain('#part');
  });

  it('sets Arabic and Hebrew from right to left, paragraph and words, and leaves English as it is', async () => {
    const { xml } = await saidIn(
      await paperOfDraft({
        gaps: { text: '\u0646\u0624\u064a\u062f \u0627\u0644\u0627\u062a\u0641\u0627\u0642\n\nWe support it.' },
      }),
    );
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const arabic = paragraphs.filter((one) => one.includes('\u0646\u0624\u064a\u062f'));
    expect(arabic).toHaveLength(1);
    expect(arabic[0]).toMatch(/<w:bidi\/>.*<w:rtl\/>/s);
    const english = paragraphs.filter((one) => one.includes('We support it.'));
    expect(english).toHaveLength(1);
    expect(english[0]).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
  });

  it('is not broken by what XML can’t hold, nor by a text made to keep a parser busy', async () => {
    const { xml, text } = await saidIn(
      await paperOfDraft({
        gaps: { text: 'a\u0000b\u0008c\uFFFEd \uD800 & < > ]]>' },
        comments: { text: `${'['.repeat(5_000)}end` },
      }),
    );
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(text).toContain('\uFFFDb\uFFFDc\uFFFDd');
    expect(text).toContain('& < > ]]>');
    expect(text).toContain('[[[end');
  });

  it('tells a colleague who reads what will be public, and no contact detail', async () => {
    const [author, reader] = [
      await unzipped(await wordFile(await paperOfDraft(TYPED))),
      await unzipped(await wordFile(await paperOfDraft(TYPED, 'reader'))),
    ];
    const everything = (parts: Map<string, string>) => [...parts.values()].join('\n');
    for (const secret of ['secret-mail@example.org', 'secret-name']) {
      expect(everything(author)).toContain(secret);
      expect(everything(reader)).not.toContain(secret);
    }
    expect(everything(reader)).toContain('Shown Institute');
    expect(everything(reader)).toContain('Name, Country, E-mail address');
    expect(everything(reader)).toContain('Two of them.');
  });
});

describe('an empty call as a Word file', () => {
  it('asks everything, with the annex, every fact, element and norm, the deadline and where to answer', async () => {
    const [call, sets, agreements] = [
      await readPublicCall('2020', 'en'),
      await listCriteria(),
      await listCodedAgreements(),
    ];
    if (!call) throw new Error('no call');
    const addresses = {
      form: 'https://forum.example/en/calls/2020/contribute',
      agreements: 'https://forum.example/en/agreements',
    };
    const { text, xml } = await saidIn(blankCallPaper({ locale: 'en', call, sets, agreements, addresses, words }));
    const asked = [
      ...call.questionnaire.content.questions.flatMap(({ title, help }) => [title, help]),
      ...call.annex.map(({ name }) => name),
      ...sets.flatMap((set) => set.criteria.map(({ title }) => title)),
    ];
    for (const said of [
      ...asked,
      '17 October 2020, end of day (UTC)',
      addresses.form,
      addresses.agreements,
      'Maintainer',
      'E-mail address',
    ])
      expect(text).toContain(said);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(10);
  });

  it('lists the choices, names each field it mentions, and leaves no page free before a text', async () => {
    const [call, sets, agreements] = [
      await readPublicCall('2020', 'en'),
      await listCriteria(),
      await listCodedAgreements(),
    ];
    if (!call) throw new Error('no call');
    const { text, parts } = await saidIn(
      blankCallPaper({
        locale: 'en',
        call,
        agreements,
        sets,
        addresses: { form: 'https://forum.example/f', agreements: 'https://forum.example/a' },
        words,
      }),
    );
    for (const choice of [
      ...SPACES.map((one) => words(`facts.space.choices.${one}`)),
      ...BINDING_NATURES.map((one) => words(`facts.bindingNature.choices.${one}`)),
    ])
      expect(text).toContain(choice);
    expect(text).toContain('Contact person at that organisation');
    expect(text).not.toMatch(/the field for the editors|replaces the whole entry/);
    const help = /<w:style [^>]*w:styleId="Help".*?<\/w:style>/s.exec(parts.get('word/styles.xml') ?? '')?.[0];
    expect(help).toContain('w:basedOn w:val="Normal"');
    expect(help).not.toContain('keepNext');
  });
});
