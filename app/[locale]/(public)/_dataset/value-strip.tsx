import { ValueGlyph } from '@/app/_components/value-mark';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';
import { assessmentOf } from './reading';

/** An agreement's marks in a row, like a signature; the words that go with it are the caller's. */
export function ValueStrip({ agreement, set }: { agreement: PublicAgreement; set: PublicCriterionSet }) {
  return (
    <span aria-hidden="true" className="inline-flex gap-1">
      {set.criteria.map((criterion) => (
        <ValueGlyph key={criterion.key} value={assessmentOf(agreement, criterion.key)} />
      ))}
    </span>
  );
}
