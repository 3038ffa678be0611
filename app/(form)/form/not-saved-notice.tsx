'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { HandsFocusOn } from './focus';
import './not-saved-bar.css';
import { INTENTS } from './names';
import type { NotSaved } from './outcome';
import { sayTyped } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import { fieldLabel } from './field-labels';
import type { Names } from './sentences';

/** Why a save failed. If someone else saved first, their text is shown; the reader's own text stays in the fields. */
type NotSavedProps = {
  outcome: NotSaved;
  names: Names;
  question?: Question;
  address: string;
  discard: () => void;
  /** The page was rendered with this notice: without a script, it takes the focus. */ sent: boolean;
};

export function NotSavedNotice(props: NotSavedProps) {
  const t = useTranslations('contribute.form');
  const sentences = useTranslations('errors.reasons');
  const { reason } = props.outcome;
  if (reason === 'saved_elsewhere') return <SavedElsewhere {...props} />;
  if (reason === 'call_closed') return <ClosedMeanwhile sent={props.sent} />;
  const own = {
    other_draft: t('otherDraft'),
    lost_link: t('lostLink'),
    outdated: t('outdated'),
    offline: t('waiting.kept'),
  };
  const said =
    reason in own ? own[reason as keyof typeof own] : sentences(reason as Exclude<typeof reason, keyof typeof own>); // told apart by the line itself
  return (
    <Frame sent={props.sent}>
      <Notice kind="error" role="alert" title={t('notSavedTitle')}>
        <p>{said}</p>
      </Notice>
    </Frame>
  );
}

/**
 * A line at the lower edge of the window with a link to the notice, for a contributor who was typing when an automatic
 * save failed. In a low window it is part of the page and covers nothing.
 */
export function NotSavedBar() {
  const t = useTranslations('contribute.form');
  return (
    <p className="not-saved-bar no-print">
      {t('notSavedLine')}{' '}
      <a href="#not-saved" className="link">
        {t('whatToDo')}
      </a>
    </p>
  );
}

/** Beside the buttons, where the contributor looks when a save fails. */
function Frame({ sent, children }: { sent: boolean; children: ReactNode }) {
  return (
    <HandsFocusOn to="save-status">
      <div id="not-saved" tabIndex={-1} autoFocus={sent} className="no-print">
        {children}
      </div>
    </HandsFocusOn>
  );
}

/** Saving is no longer possible: the typed text stays in the fields until the page is closed. */
function ClosedMeanwhile({ sent }: { sent: boolean }) {
  const t = useTranslations('finding.closing');
  return (
    <Frame sent={sent}>
      <Notice kind="error" role="alert" title={t('notSaved')}>
        <p>{t('notSavedBody')}</p>
      </Notice>
    </Frame>
  );
}

function SavedElsewhere({ outcome, names, question, address, discard, sent }: NotSavedProps) {
  const [t, words] = [useTranslations('contribute.form'), useTranslations()];
  return (
    <Frame sent={sent}>
      <Notice kind="warning" role="alert" title={t('elsewhere.title')}>
        <p>{outcome.removed ? t('elsewhere.removed') : t('elsewhere.body')}</p>
        {outcome.differences && outcome.differences.length > 0 && (
          <dl className="mt-4 space-y-3">
            {outcome.differences.map(({ name, theirs }) => (
              <div key={name}>
                <dt className="text-sm font-semibold">{fieldLabel(words, names, name, question)}</dt>
                <dd dir="auto" className="mt-1 border-s-2 border-edge ps-3 whitespace-pre-line">
                  {theirs === '' ? (
                    <span className="text-muted">{t('elsewhere.empty')}</span>
                  ) : question ? (
                    sayTyped(name, theirs, question, words)
                  ) : (
                    theirs
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" name="intent" value={`${INTENTS.keep}:${outcome.theirs ?? 0}`} variant="secondary">
            {t('elsewhere.keep')}
          </Button>
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
    </Frame>
  );
}
