import { useTranslations } from 'next-intl';
import { groupBySpace } from '@/lib/publishing/reading';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publishing/schema';

/** On paper nothing can be opened: the notes follow the table, agreement by agreement. */
export function PrintedNotes({ set, agreements }: { set: PublicCriterionSet; agreements: PublicAgreement[] }) {
  const t = useTranslations('matrix');
  const withNotes = groupBySpace(agreements)
    .flatMap((group) => group.agreements)
    .map((agreement) => ({ agreement, criteria: set.criteria.filter((criterion) => noteOn(agreement, criterion.key) !== '') }))
    .filter(({ criteria }) => criteria.length > 0);
  if (withNotes.length === 0) return null;
  return (
    <div className="mt-8 hidden print:block">
      <h3 className="mb-2">{t('printedNotes')}</h3>
      <dl className="columns-2 gap-x-8 text-xs">
        {withNotes.map(({ agreement, criteria }) => (
          <div key={agreement.slug} className="mb-2">
            <dt className="font-semibold">{agreement.shortName}</dt>
            {criteria.map((criterion) => (
              <dd key={criterion.key}>
                <em>{criterion.shortTitle}:</em> {noteOn(agreement, criterion.key)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The note with the references of the contributions the value came from. */
function noteOn(agreement: PublicAgreement, criterion: string): string {
  const cell = agreement.assessments[criterion];
  if (!cell) return '';
  const references = cell.contributions.length > 0 ? `[${cell.contributions.join(', ')}]` : '';
  return [cell.note, references].filter(Boolean).join(' ');
}
