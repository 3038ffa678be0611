import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { PublicCriterionSet, PublicEffect } from '@/lib/publication/schema';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { EffectList } from './effect-list';

type OutcomeSectionProps = {
  contribution: PublicContribution;
  effects: readonly PublicEffect[];
  sets: readonly PublicCriterionSet[];
  names: ReferenceNames;
};

/** How many of its proposals were accepted, and its changes to the dataset by agreement. */
export function OutcomeSection({ contribution, effects, sets, names }: OutcomeSectionProps) {
  const t = useTranslations('contributions.page');
  const cells = contribution.proposals.flatMap((proposal) => proposal.cells);
  const accepted = cells.filter((cell) => cell.status === 'accepted' || cell.status === 'amended').length;
  const pending = cells.filter((cell) => cell.status === 'pending').length;
  return (
    <Section id="outcome" title={t('outcome')}>
      <p className="font-serif text-lg">
        {cells.length === 0 ? t('outcomeNone') : t('outcomeBody', { accepted, proposed: cells.length })}
        {pending > 0 && ` ${t('outcomePending', { count: pending })}`}
      </p>
      {effects.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 font-sans text-base font-semibold text-muted">{t('changed')}</h3>
          <EffectList effects={effects} sets={sets} names={names} />
        </>
      )}
    </Section>
  );
}
