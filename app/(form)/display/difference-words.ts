import { getLocale, getTranslations } from 'next-intl/server';
import type { DifferenceWords, ListedDifference } from '@/app/ui/difference-list';
import type { Names } from '@/app/(form)/form/sentences';
import { factText } from '@/lib/agreements/facts/pieces';
import { isFactField } from '@/lib/agreements/facts/registry';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import type { Question } from '@/lib/calls/schema';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import type { Difference, Place, Wording } from '@/lib/contributions/corrections/diff';
import type { SentBody } from '@/lib/contributions/corrections/prefill';

type Revisions = {
  before: SentBody;
  after: SentBody;
  names: Names;
  questions: readonly Pick<Question, 'key' | 'shortTitle'>[];
};

/** What one revision says otherwise than the one before it, in the reader's words. */
export async function differencesInWords({ before, after, names, questions }: Revisions): Promise<ListedDifference[]> {
  const wording = await wordingOf(names);
  const label = await placeWords(names, questions);
  return diffBodies(before, after, wording).map(({ place, kind, parts }: Difference) => ({
    label: label(place),
    kind,
    parts,
  }));
}

/** How values of cells read in running text, and what agreements and criteria are called. */
export async function wordingOf(names: Names): Promise<Wording> {
  const [common, locale] = [await getTranslations('common'), await getLocale()];
  const named = (key: string) => names[key] ?? key;
  const value = (cell: string, content: unknown): string => {
    const assessment = ASSESSMENT_VALUES.find((one) => one === content);
    if (assessment && !isFactField(cell)) return common(`values.${assessment}`);
    if (content === null || content === undefined) return '';
    return isFactField(cell) ? factText(cell, content, locale) : String(content);
  };
  return { agreement: named, criterion: named, value };
}

async function placeWords(names: Names, questions: Revisions['questions']): Promise<(place: Place) => string> {
  const t = await getTranslations('correspondence.difference.places');
  return (place) => {
    switch (place.kind) {
      case 'answer':
        return questions.find(({ key }) => key === place.question)?.shortTitle ?? place.question;
      case 'signatory':
        return t(place.part === 'note' ? 'signatoryNote' : 'signatory', { name: place.name });
      case 'project':
        return t('project', { title: place.title, part: t(`projectParts.${place.part}`) });
      case 'proposal': {
        const cell = place.cell === null ? '' : (names[place.cell] ?? place.cell);
        const part =
          place.part === 'comment' ? t('comment') : t(place.part === 'value' ? 'cell' : place.part, { cell });
        return t(place.isNew ? 'new' : 'update', { about: place.about, part });
      }
    }
  };
}

export async function differenceWords(): Promise<DifferenceWords> {
  const t = await getTranslations('correspondence.difference');
  return {
    legend: t('legend'),
    added: t('added'),
    removed: t('removed'),
    end: t('end'),
    kinds: { added: t('kinds.added'), removed: t('kinds.removed'), changed: t('kinds.changed') },
  };
}
