import { cellName } from '@/lib/agreements/facts/cell-name';
import { getLocale, getTranslations } from 'next-intl/server';
import type { DifferenceWords, ListedDifference } from '@/app/ui/difference-list';
import { referenceNames } from '@/app/server/reference-names';
import type { Names } from '@/app/(form)/form/sentences';
import { factText } from '@/lib/agreements/facts/pieces';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import type { Question } from '@/lib/questions/registry';
import { diffBodies } from '@/lib/contributions/corrections/diff';
import type { Body } from '@/lib/questions/body';
import type { Wording } from '@/lib/questions/kind';

type Revisions = {
  before: Body;
  after: Body;
  names: Names;
  questions: readonly Question[];
};

/** How one revision differs from the one before it, in the reader's words. */
export async function differencesInWords({ before, after, names, questions }: Revisions): Promise<ListedDifference[]> {
  const wording = await wordingOf(names);
  return diffBodies(before, after, { questions, ...wording }).map(({ place, kind, parts }) => ({
    label: place.label,
    kind,
    parts,
  }));
}

/** How values of cells read in running text, and what agreements and criteria are called. */
async function wordingOf(names: Names): Promise<Wording> {
  const [common, locale, references] = [await getTranslations('common'), await getLocale(), await referenceNames()];
  const named = (key: string) => cellName(names, key, references);
  const value = (cell: string, content: unknown): string => {
    const assessment = ASSESSMENT_VALUES.find((one) => one === content);
    if (assessment && !isFactKey(cell)) return common(`values.${assessment}`);
    if (content === null || content === undefined) return '';
    return isFactKey(cell) ? factText(cell, content, locale, references) : String(content);
  };
  return { agreement: named, criterion: named, cell: named, value, words: await getTranslations(), locale };
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
