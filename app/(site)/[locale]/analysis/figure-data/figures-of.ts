import { withEnoughAssessed } from '@/lib/publication/analysis/coverage';
import type { FigureName } from '@/lib/publication/analysis/figures';
import type { AnalysisView } from '@/lib/publication/analysis/selection';
import type { Study } from '@/lib/publication/analysis/study';
import { coOccurrenceFigure } from './co-occurrence';
import { coverageFigure } from './coverage';
import type { Figure } from './figure';
import { overlapFigure } from './overlap';
import { sharingFigure } from './sharing';
import { spacesFigure } from './spaces';
import { timeFigure } from './time';
import type { Words } from './words';

export type Subject = { set: string; study: Study; view: AnalysisView };

/** The word for a criterion in the forum's first sets; in any other set it is "criterion". */
const KINDS: Readonly<Record<string, string>> = { 'elements-2019': 'elements', 'norms-2015': 'norms' };

const MAKERS: Record<FigureName, (subject: Subject, words: Words) => Figure | null> = {
  sharing: ({ set, study }, words) => sharingFigure(study, words, KINDS[set] ?? 'criteria'),
  coverage: ({ study, view }, words) => coverageFigure(study, words, view),
  'co-occurrence': ({ study }, words) => coOccurrenceFigure(study, words),
  overlap: ({ study }, words) => overlapFigure(study, words),
  spaces: ({ study }, words) => spacesFigure(study, words),
  time: ({ study }, words) => timeFigure(study, words),
};

/** A study's figure over the criteria with enough assessed agreements; null where there is too little data. */
export function figureOf(name: FigureName, subject: Subject, words: Words): Figure | null {
  const study = withEnoughAssessed(subject.study);
  const figure = study.criteria.length === 0 ? null : MAKERS[name]({ ...subject, study }, words);
  const left = subject.study.criteria.length - study.criteria.length;
  if (!figure || left === 0) return figure;
  return { ...figure, notes: [...(figure.notes ?? []), words.t('tooFewAssessed', { count: left })] };
}
