import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { Section } from '@/app/ui/section';
import { ForgetButton } from '@/app/(form)/form/forget-button';
import { forgetContribution } from '@/app/(form)/server/actions';
import type { CurrentContribution } from '@/app/(form)/server/current-contribution';
import { privateLink } from '@/app/(form)/server/paths';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';

const TO = { approve: 'toApprove', comment: 'toComment', read: 'toRead' } as const;

/** The contributions this browser has links to: unfinished drafts and submissions. */
export async function HeldList({ locale, call, held }: { locale: Locale; call: string; held: CurrentContribution[] }) {
  const [t, sharing] = [await getTranslations('contribute.start'), await getTranslations('sharing.held')];
  return (
    <Section id="mine" title={t('mine')} aside={t('mineHint')}>
      <ul className="border-t border-rule">
        {held.map((one) => {
          const isDraft = one.status === 'draft';
          const day = sayDay((one.submittedAt ?? one.begunAt).toISOString(), locale);
          const plain = isDraft ? t('draftBegun', { day }) : t('submitted', { reference: one.reference ?? '', day });
          const { purpose } = one.link;
          const name = purpose === 'manage' ? plain : sharing(TO[purpose], { name: plain });
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-rule py-4"
            >
              <span id={`held-${one.id}`} className="font-semibold">
                {name}
              </span>
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <LinkButton
                  href={privateLink(locale, one.token)}
                  variant={isDraft && purpose === 'manage' ? 'primary' : 'secondary'}
                  aria-describedby={`held-${one.id}`}
                >
                  {purpose !== 'manage' ? sharing('open') : isDraft ? t('continue') : t('status')}
                </LinkButton>
                <form action={forgetContribution.bind(null, { locale, call })}>
                  <input type="hidden" name="contribution" value={one.id} />
                  <ForgetButton draftId={one.id} aria-describedby={`held-${one.id}`}>
                    {t('forget')}
                  </ForgetButton>
                </form>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="mt-3 max-w-measure text-sm text-muted">{t('forgetHint')}</p>
    </Section>
  );
}
