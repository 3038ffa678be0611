import { describe, expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { makeQuestion } from '@/prisma/factories/questions';
import type { ContributionContent } from './content';
import { contributionPaper } from './contribution-paper';
import { saidIn } from './read-word';
import { versionOf } from './sign-off';

const words = wordsIn('en');
const question = makeQuestion('text', 'gaps');
const contentWith = (text: string, comment = ''): ContributionContent => ({
  language: null,
  names: { agreements: {}, criteria: {} },
  questionnaire: { questions: [question], about: { title: 'About you', help: '' } },
  answers: [
    {
      ...{ question, text, shown: [], files: [], faults: [] },
      proposals: [{ title: 'New', isNew: true, comment, cells: [] }],
    },
  ],
  about: { shown: 'Institute', group: null, withheld: [{ field: 'email', value: 'secret@example.org' }], faults: [] },
});
const paperOf = (content: ContributionContent, reference: string | null, signOff = true) =>
  contributionPaper({
    locale: 'en',
    call: { slug: 'a', texts: { title: 'A call' }, closesAt: new Date(0), timeZone: 'UTC' },
    state: reference
      ? { kind: 'sent', reference, revision: 2, at: new Date(0), withdrawn: false }
      : { kind: 'draft', at: new Date(0), reference },
    ...{ content, words, signOff },
  });

describe('the sign-off of a contribution', () => {
  it('has reference, revision and version of the text, room to sign, and the version and page on each page', async () => {
    const content = contentWith('A gap.');
    const { text, parts } = await saidIn(paperOf(content, 'BPF-2020-007'));
    const end = text.slice(text.indexOf('Sign-off'));
    for (const said of ['BPF-2020-007', 'revision 2', versionOf(content), 'Name', 'Office', 'Date', 'Signature'])
      expect(end).toContain(said);
    const foot = [...parts].flatMap(([name, part]) => (name.startsWith('word/footer') ? [part] : [])).join('');
    expect(foot).toContain(`version ${versionOf(content)}`);
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
  });

  it('says of a draft that it has no reference yet', async () => {
    const { text } = await saidIn(paperOf(contentWith('A gap.'), null));
    expect(text).toContain('None yet: it is given when the contribution is sent');
  });

  it('has another version for other answers, and the same one for other notes and contact details', () => {
    const content = contentWith('A gap.');
    expect(versionOf(content)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(versionOf(contentWith('Another gap.'))).not.toBe(versionOf(content));
    expect(versionOf(contentWith('A gap.', 'Ask the secretariat.'))).toBe(versionOf(content));
    expect(versionOf({ ...content, about: { ...content.about, withheld: [] } })).toBe(versionOf(content));
    expect(versionOf({ ...content, about: { ...content.about, shown: null } })).not.toBe(versionOf(content));
  });

  it('is left out for those who only read', async () => {
    const paper = paperOf(contentWith('A gap.'), null, false);
    expect(paper.sections.map(({ id }) => id)).toEqual(['gaps', 'about']);
    expect((await saidIn(paper)).text).not.toContain('Signature');
  });
});
