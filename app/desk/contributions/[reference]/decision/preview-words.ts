import { readReferenceNames } from '@/lib/agreements/cells';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { cellLabel } from '@/lib/agreements/facts/words';
import type { Effect } from '@/lib/review/decision-effects';
import type { Decided } from '@/lib/review/decide';
import { contentInWords } from '@/app/desk/contributions/[reference]/cells/cell-text';
import type { Preview, PreviewAgreement, PreviewCell } from './decision-result';

/** The outcome of a dry run as an editor reads it. */
export async function previewInWords({
  effects,
  revisions,
  waiting,
}: Pick<Decided, 'effects' | 'revisions' | 'waiting'>): Promise<Preview> {
  const names = await readReferenceNames();
  const agreements: PreviewAgreement[] = [];
  for (const effect of effects) {
    const { slug, name } = effect.agreement;
    const known = agreements.find((one) => one.slug === slug && one.name === name);
    const version = revisions.find(({ agreement }) => agreement === slug)?.version ?? null;
    const agreement = known ?? { slug, name, isNew: version === 1, version, cells: [] };
    if (!known) agreements.push(agreement);
    agreement.cells.push(cellInWords(effect, cellLabel(effect.key, 'en', names), names));
  }
  return { agreements, rules: waiting?.rules ?? [] };
}

function textChanges(before: Effect['before'], after: Effect['after']): PreviewCell['texts'] {
  // The reason of a clearing is in the sentence that stands for the value.
  const note = after?.value === null ? before?.note : after?.note;
  const parts = [
    ['Note', before?.note, note] as const,
    ['Source', before?.source, after?.source] as const,
    ['As of', before?.asOf, after?.asOf] as const,
  ];
  return parts.flatMap(([part, was, is]) =>
    (was ?? '') === (is ?? '') ? [] : [{ part, before: was ?? 'Nothing', after: is ?? 'Nothing' }],
  );
}

/** What the cell says afterwards, with the views on it. */
function withViews(as: Effect['as'], was: string, is: string): string {
  if (as === null) return is;
  return as === 'beside' ? `${was}; also stated: ${is}` : `Disputed: ${was} and ${is}`;
}

function cellInWords(effect: Effect, title: string, names: ReferenceNames): PreviewCell {
  const { change, key, outcome, before, after, writes, as, rivals } = effect;
  const [was, is] = [contentInWords(key, before, names), contentInWords(key, after, names)];
  const named = (fate: 'accepted' | 'superseded') =>
    rivals.filter((rival) => rival.outcome === fate).map(({ reference }) => reference);
  return {
    change,
    title,
    outcome,
    before: was,
    after: outcome === 'rejected' ? '' : withViews(as, was, is),
    texts: outcome === 'rejected' || as !== null ? [] : textChanges(before, after),
    writes,
    joined: named('accepted'),
    superseded: named('superseded'),
  };
}
