import { useLocale, useTranslations } from 'next-intl';
import { HelpNotice } from '@/app/(site)/[locale]/criteria/help-notice';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import type { PublicCall, PublicCriterionRecord } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

/** More are read in the list of agreements, which has pages. */
const MAX_NAMES = 60;

/** The agreements that have not been assessed, each a link to the form that proposes its value. */
export function OpenSection({ record, calls }: { record: PublicCriterionRecord; calls: readonly PublicCall[] }) {
  const t = useTranslations('criteria.page');
  const paths = pathsIn(useLocale());
  const { key, open } = record;
  const rest = open.length - MAX_NAMES;
  const list = viewAddress(paths.agreements, agreementsView, { criterion: [`${key}.not_assessed`] });
  return (
    <Section id="open" title={t('openTitle')}>
      {open.length === 0 ? (
        <p>{t('openNone')}</p>
      ) : (
        <>
          <HelpNotice count={open.length} calls={calls} />
          <p className="mt-6 mb-2 text-sm text-muted">{t('openLead')}</p>
          <ul className="gap-x-10 sm:columns-2">
            {open.slice(0, MAX_NAMES).map(({ slug, shortName }) => (
              <li key={slug} className="break-inside-avoid border-b border-rule py-1.5">
                <a href={paths.correction(slug, key)} rel="nofollow" className="link" dir="auto">
                  {shortName}
                </a>
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="mt-3 text-sm">{t.rich('openMore', { count: rest, link: linkTo(list) })}</p>}
        </>
      )}
    </Section>
  );
}
