import { getTranslations } from 'next-intl/server';
import { ALL_FIELDS } from '@/lib/agreements/facts/registry';
import type { Names } from '@/app/(form)/form/sentences';
import type { OpenForm } from './form';

type Dataset = Pick<OpenForm['dataset'], 'agreements' | 'sets'>;

/** The names of agreements by slug and of cells by key. */
export async function namesOf({ agreements, sets }: Dataset): Promise<Names> {
  const t = await getTranslations('facts');
  return Object.fromEntries([
    ...agreements.map(({ slug, shortName }) => [slug, shortName]),
    ...ALL_FIELDS.map((field) => [field, t(`${field}.label`)]),
    ...sets.flatMap((set) => set.criteria.map(({ key, title }) => [key, title])),
  ]);
}

/** What a step is called in the list of steps. */
export async function stepTitle({ draft }: Pick<OpenForm, 'draft'>, step: string): Promise<string> {
  const t = await getTranslations('contribute.form');
  const question = draft.questionnaire.questions.find(({ key }) => key === step);
  return question?.shortTitle ?? (step === 'about' ? t('aboutShort') : t('check'));
}
