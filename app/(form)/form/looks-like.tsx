'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { INTENTS } from './names';
import { useLooksLike } from './use-looks-like';
import type { Compare, LooksLike } from './use-looks-like';

type LooksLikeNoticesProps = { first: LooksLike[]; distinct: string[]; compare: Compare };

/**
 * Warns where a new agreement is similar to an existing one, with buttons to turn it into an update or to say that it
 * is another one.
 */
export function LooksLikeNotices({ first, distinct, compare }: LooksLikeNoticesProps) {
  const alike = useLooksLike(first, compare);
  return (
    <>
      {distinct.map((id) => (
        <input key={id} type="hidden" name="distinct" value={id} />
      ))}
      <div role="status" id="looks-like" className="space-y-4">
        {alike.map((one) => (
          <LooksLikeNotice key={one.id} one={one} />
        ))}
      </div>
    </>
  );
}

function LooksLikeNotice({ one: { id, name, inDraft, href, already, reasons } }: { one: LooksLike }) {
  const t = useTranslations('finding.alike');
  const said = new Intl.ListFormat(useLocale(), { type: 'conjunction' }).format(
    reasons.map((reason) => t(`reasons.${reason}`)),
  );
  return (
    <Notice kind="warning" title={t(inDraft ? 'titleDraft' : 'title', { agreement: name })}>
      <p>
        {t('because', { count: reasons.length, reasons: said })}{' '}
        <a href={href} className="link">
          {inDraft ? t('lookDraft') : t('look', { agreement: name })}
        </a>
      </p>
      {already && !inDraft && <p className="mt-1">{t('already')}</p>}
      {!already && <p className="mt-1 text-sm">{t('becomeHint')}</p>}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {!already && (
          <Button
            type="submit"
            name="intent"
            value={`${INTENTS.become}:${id}`}
            variant="secondary"
            className="text-start"
          >
            {t('become', { agreement: name })}
          </Button>
        )}
        <Button
          type="submit"
          name="intent"
          value={`${INTENTS.another}:${id}`}
          variant="quiet"
          aria-label={t('anotherOf', { agreement: name })}
        >
          {t('another')}
        </Button>
      </div>
    </Notice>
  );
}
