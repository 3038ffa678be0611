import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import type { ComparedCriterion, ComparedSet } from '@/lib/publication/comparison/comparison';
import { SideBySide } from './side-by-side';
import type { Compared } from './side-by-side';

/** The groups in reading order: different, shared, missing in all, unknown. */
const GROUPS = [
  { name: 'differ', holds: ({ verdict }: ComparedCriterion) => verdict === 'differ' },
  { name: 'sharedYes', holds: ({ verdict, shared }: ComparedCriterion) => verdict === 'same' && shared === 'yes' },
  { name: 'sharedNo', holds: ({ verdict, shared }: ComparedCriterion) => verdict === 'same' && shared === 'no' },
  {
    name: 'sharedOther',
    holds: ({ verdict, shared }: ComparedCriterion) => verdict === 'same' && shared !== 'yes' && shared !== 'no',
  },
  { name: 'partly', holds: ({ verdict }: ComparedCriterion) => verdict === 'partly' },
] as const;

/** The criteria of one set, the differing ones first. */
export function SetSection({ compared: { set, criteria }, ...rest }: Compared & { compared: ComparedSet }) {
  const t = useTranslations('compare');
  const unknown = criteria.filter(({ verdict }) => verdict === 'none');
  const groups = GROUPS.map(({ name, holds }) => ({ name, criteria: criteria.filter(holds) })).filter(
    (group) => group.criteria.length > 0,
  );
  return (
    <Section id={set.slug} title={set.title} layout="above">
      {groups.map(({ name, criteria: held }) => (
        <div key={name} className="mb-8">
          <SideBySide
            id={`${set.slug}-${name}`}
            title={t(`groups.${name}`, { count: held.length })}
            head={t('criterion')}
            rows={held.map(({ criterion }) => ({ cell: criterion.key, name: criterion.title }))}
            {...rest}
          />
        </div>
      ))}
      {unknown.length > 0 && (
        <p className="max-w-[60rem] text-sm text-muted">
          {unknown.length === criteria.length
            ? t('noneAssessed')
            : t('notAssessed', { list: unknown.map(({ criterion }) => criterion.title).join(' · ') })}
        </p>
      )}
    </Section>
  );
}
