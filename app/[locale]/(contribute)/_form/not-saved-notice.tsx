'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_components/notice';
import type { NotSaved } from './outcome';
import { fieldLabel } from './sentences';
import type { Names } from './sentences';

/** Why a save failed, and, where somebody else was faster, what they wrote: beside the reader's own, which stays in the fields. */
export function NotSavedNotice({ outcome, names, address }: { outcome: NotSaved; names: Names; address: string }) {
  const t = useTranslations('contribute.form');
  const sentences = useTranslations('errors.reasons');
  const { reason } = outcome;
  if (reason === 'saved_elsewhere') return <SavedElsewhere outcome={outcome} names={names} address={address} />;
  const said = reason === 'other_draft' ? t('otherDraft') : reason === 'lost_link' ? t('lostLink') : sentences(reason);
  return (
    <div id="not-saved" tabIndex={-1}>
      <Notice kind="error" role="alert" title={t('notSavedTitle')}>
        <p>{said}</p>
      </Notice>
    </div>
  );
}

function SavedElsewhere({ outcome, names, address }: { outcome: NotSaved; names: Names; address: string }) {
  const t = useTranslations('contribute.form');
  return (
    <div id="not-saved" tabIndex={-1}>
      <Notice kind="warning" role="alert" title={t('elsewhere.title')}>
        <p>{outcome.removed ? t('elsewhere.removed') : t('elsewhere.body')}</p>
        {outcome.differences && outcome.differences.length > 0 && (
          <dl className="mt-4 space-y-3">
            {outcome.differences.map(({ name, theirs }) => (
              <div key={name}>
                <dt className="text-sm font-semibold">{fieldLabel(t, names, name)}</dt>
                <dd dir="auto" className="mt-1 border-s-2 border-edge ps-3 whitespace-pre-line">
                  {theirs === '' ? <span className="text-muted">{t('elsewhere.empty')}</span> : theirs}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="mt-4">
          <a href={address} className="link">
            {t('elsewhere.take')}
          </a>
        </p>
      </Notice>
    </div>
  );
}
