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

/** "Yes, with another note and a source": the value is the same, and what belongs to it is not. */
function stayingInWords(value: string, texts: PreviewCell['texts']): string {
  if (texts.length === 0) return `The value stays: ${value}`;
  const changed = texts.map(({ part, before, after }) => {
    const name = { Note: 'note', Source: 'source', 'As of': 'date' }[part];
    return after === 'Nothing' ? `no ${name}` : `${before === 'Nothing' ? 'a' : 'another'} ${name}`;
  });
  return `${value}, with ${new Intl.ListFormat('en').format(changed)}`;
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
  const texts = outcome === 'rejected' || as !== null ? [] : textChanges(before, after);
  const says = outcome === 'rejected' ? '' : withViews(as, was, is);
  return {
    change,
    title,
    outcome,
    before: was,
    after: says,
    staying: was === says ? stayingInWords(was, texts) : null,
    texts,
    writes,
    joined: named('accepted'),
    superseded: named('superseded'),
  };
}
