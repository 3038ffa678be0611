import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/app/ui/notice';
import { sayMoment, sayPartialDate, sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { isDay } from '@/lib/publication/past/snapshot';
import { placeOf } from '@/lib/publication/past/since';
import type { PastView } from './past-view';

/** Above a past state: which state it is, when it was valid, and links to the states before and after it. */
export function PastNotice({ past: { agreement, revisions, point } }: { past: PastView }) {
  const t = useTranslations('agreements.version');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const { slug, version } = agreement;
  const place = placeOf(revisions, version);
  const until = place?.until;
  const links = [
    { href: paths.agreement(slug), words: t('now') },
    ...(place?.previous
      ? [{ href: paths.agreementVersion(slug, place.previous), words: t('previous', { version: place.previous }) }]
      : []),
    ...(place?.next
      ? [{ href: paths.agreementVersion(slug, place.next), words: t('next', { version: place.next }) }]
      : []),
    ...(point && !isDay(point) ? [{ href: paths.release(point), words: t('releaseLink') }] : []),
  ];
  return (
    <div className="mb-8">
      <Notice kind="info" title={t(until ? 'past' : 'present', { version })}>
        {point && (
          <p>{isDay(point) ? t('day', { date: sayPartialDate(point, locale) }) : t('release', { release: point })}</p>
        )}
        {place && (
          <p>
            {until
              ? t('stood', sayTimes(place.from, until, locale))
              : t('standing', { from: sayVersionDay(place.from, locale) })}
          </p>
        )}
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {links.map(({ href, words }) => (
            <li key={href}>
              <a href={href} className="link inline-block min-h-6">
                {words}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** As days; as times to the minute where the state lasted less than a day. */
function sayTimes(from: string, until: string, locale: string) {
  const say = from.slice(0, 10) === until.slice(0, 10) ? sayMoment : sayVersionDay;
  return { from: say(from, locale), until: say(until, locale) };
}
