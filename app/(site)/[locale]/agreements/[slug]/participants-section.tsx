import { useLocale, useTranslations } from 'next-intl';
import { CountsBeside } from '@/app/(site)/participants/counts-beside';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { countsBeside } from '@/lib/publication/participants/counts';
import type { PublicParticipation } from '@/lib/publication/participants/schema';
import type { PublicAgreement } from '@/lib/publication/schema';

type ParticipantsSectionProps = {
  agreement: PublicAgreement;
  register: { participations: readonly PublicParticipation[]; withdrawn: number };
};

/** More names are read on the page of the agreement's participants. */
const MAX_NAMES = 12;

/** The beginning of the register of this agreement, with the counts; nothing where nobody is in it. */
export function ParticipantsSection({ agreement, register: { participations, withdrawn } }: ParticipantsSectionProps) {
  const t = useTranslations('participants.agreement');
  const paths = pathsIn(useLocale());
  if (participations.length === 0) return null;
  const named = new Map(participations.map(({ participant }) => [participant.slug, participant.name]));
  const shown = [...named].slice(0, MAX_NAMES);
  return (
    <Section id="participants" title={t('section')} aside={t('aside')}>
      <CountsBeside counts={countsBeside({ agreement, rows: participations, unnamed: 0, withdrawn })} />
      <ul className="mt-5 gap-x-10 sm:columns-2">
        {shown.map(([slug, name]) => (
          <li key={slug} className="break-inside-avoid border-b border-rule py-2">
            <a href={paths.participant(slug)} className="link wrap-anywhere" dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        {named.size > shown.length && (
          <span className="me-4 text-muted">{t('more', { count: named.size - shown.length })}</span>
        )}
        <a href={paths.agreementParticipants(agreement.slug)} className="link">
          {t('all', { count: named.size })}
        </a>
      </p>
    </Section>
  );
}
