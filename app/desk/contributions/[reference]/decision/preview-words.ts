import { cellName } from '@/lib/agreements/facts/cell-name';
import { listCriteria } from '@/lib/agreements/cells';
import type { Effect } from '@/lib/review/decision-effects';
import type { Decided } from '@/lib/review/decide';
import { cellTitles } from '@/lib/review/review-page/cell-titles';
import { valueInWords } from '@/app/desk/contributions/[reference]/cells/cell-text';
import type { Preview, PreviewAgreement, PreviewCell } from './decision-result';

/** The outcome of a dry run as an editor reads it. */
export async function previewInWords({
  effects,
  revisions,
  waiting,
}: Pick<Decided, 'effects' | 'revisions' | 'waiting'>): Promise<Preview> {
  const titles = cellTitles(await listCriteria());
  const agreements: PreviewAgreement[] = [];
  for (const effect of effects) {
    const { slug, name } = effect.agreement;
    const known = agreements.find((one) => one.slug === slug && one.name === name);
    const version = revisions.find(({ agreement }) => agreement === slug)?.version ?? null;
    const agreement = known ?? { slug, name, isNew: version === 1, version, cells: [] };
    if (!known) agreements.push(agreement);
    agreement.cells.push(cellInWords(effect, cellName(titles, effect.key)));
  }
  return { agreements, rules: waiting?.rules ?? [] };
}

function textChanges(before: Effect['before'], after: Effect['after']): PreviewCell['texts'] {
  const parts = [['Note', before?.note, after?.note] as const, ['Source', before?.source, after?.source] as const];
  return parts.flatMap(([part, was, is]) =>
    (was ?? '') === (is ?? '') ? [] : [{ part, before: was ?? 'Nothing', after: is ?? 'Nothing' }],
  );
}

/** What the cell says afterwards, with the views on it. */
function withViews(as: Effect['as'], key: string, before: Effect['before'], after: Effect['after']): string {
  const [was, is] = [valueInWords(key, before?.value), valueInWords(key, after?.value)];
  if (as === null) return is;
  return as === 'beside' ? `${was}; also stated: ${is}` : `Disputed: ${was} and ${is}`;
}

function cellInWords({ change, key, outcome, before, after, writes, as, rivals }: Effect, title: string): PreviewCell {
  const named = (fate: 'accepted' | 'superseded') =>
    rivals.filter((rival) => rival.outcome === fate).map(({ reference }) => reference);
  return {
    change,
    title,
    outcome,
    before: valueInWords(key, before?.value),
    after: outcome === 'rejected' ? '' : withViews(as, key, before, after),
    texts: outcome === 'rejected' || as !== null ? [] : textChanges(before, after),
    writes,
    joined: named('accepted'),
    superseded: named('superseded'),
  };
}
