import { withEnoughAssessed } from '@/lib/publication/analysis/coverage';
import type { FigureName } from '@/lib/publication/analysis/figures';
import type { AnalysisView } from '@/lib/publication/analysis/selection';
import type { Study } from '@/lib/publication/analysis/study';
import { mostAssessed } from '@/lib/publication/analysis/time';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { coOccurrenceFigure } from './co-occurrence';
import { coverageFigure } from './coverage';
import type { Figure } from './figure';
import { overlapFigure } from './overlap';
import { sharingFigure } from './sharing';
import { spacesFigure } from './spaces';
import { timeFigure } from './time';
import { unsaidFigure } from './unsaid';
import type { Words } from './words';

export type Subject = { set: string; study: Study; view: AnalysisView };

/** The word for a criterion in the forum's first sets; in any other set it is "criterion". */
const KINDS: Readonly<Record<string, string>> = { 'elements-2019': 'elements', 'norms-2015': 'norms' };

/** Figures over the criteria on which enough agreements were assessed. */
const MAKERS: Record<Exclude<FigureName, 'overlap'>, (subject: Subject, words: Words) => Figure> = {
  sharing: ({ set, study }, words) => sharingFigure(study, words, KINDS[set] ?? 'criteria'),
  coverage: ({ study, view }, words) => coverageFigure(study, words, view),
  'co-occurrence': ({ study }, words) => coOccurrenceFigure(study, words),
  spaces: ({ study }, words) => spacesFigure(study, words),
  time: (subject, words) => timeFigure(subject, words),
};

/**
 * A study's figure over the criteria on which enough agreements were assessed; of too few, only the sentence that says
 * so (`isSaid`).
 */
export function figureOf(name: FigureName, subject: Subject, words: Words): Figure {
  const study = withEnoughAssessed(subject.study);
  if (study.criteria.length === 0) {
    const assessed = mostAssessed(subject.study);
    return unsaidFigure(name, assessed, words.t('tooFew', { count: assessed, needed: MIN_GROUP }), words);
  }
  // Two agreements are as alike here as wherever they are compared, so on all criteria of the set.
  if (name === 'overlap') return overlapFigure(subject.study, words);
  const figure = MAKERS[name]({ ...subject, study }, words);
  const left = subject.study.criteria.length - study.criteria.length;
  if (!figure.isSaid || left === 0) return figure;
  const note = words.t('tooFewAssessed', { count: left, needed: MIN_GROUP });
  return { ...figure, notes: [...(figure.notes ?? []), note] };
}
