'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_components/notice';
import type { NotSaved } from './outcome';
import { fieldLabel } from './sentences';
import type { Names } from './sentences';

/** Why a save failed, and, where somebody else was faster, what they wrote: beside the reader's own, which stays in the fields. */
type NotSavedProps = { outcome: NotSaved; names: Names; address: string; discard: () => void };

export function NotSavedNotice(props: NotSavedProps) {
  const t = useTranslations('contribute.form');
  const sentences = useTranslations('errors.reasons');
  const { reason } = props.outcome;
  if (reason === 'saved_elsewhere') return <SavedElsewhere {...props} />;
  if (reason === 'call_closed') return <ClosedMeanwhile />;
  const own = { other_draft: t('otherDraft'), lost_link: t('lostLink'), outdated: t('outdated'), offline: t('waiting.kept') };
  const said = reason in own ? own[reason as keyof typeof own] : sentences(reason as Exclude<typeof reason, keyof typeof own>); // told apart by the line itself
  return (
    <div id="not-saved" tabIndex={-1}>
      <Notice kind="error" role="alert" title={t('notSavedTitle')}>
        <p>{said}</p>
      </Notice>
    </div>
  );
}

/** Nothing more can be saved: what was typed stands in the fields, for as long as the page does. */
function ClosedMeanwhile() {
  const t = useTranslations('finding.closing');
  return (
    <div id="not-saved" tabIndex={-1}>
      <Notice kind="error" role="alert" title={t('notSaved')}>
        <p>{t('notSavedBody')}</p>
      </Notice>
    </div>
  );
}

function SavedElsewhere({ outcome, names, address, discard }: NotSavedProps) {
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
          <a
            href={address}
            className="link"
            onClick={(event) => {
              event.preventDefault();
              discard();
            }}
          >
            {t('elsewhere.take')}
          </a>
        </p>
      </Notice>
    </div>
  );
}
