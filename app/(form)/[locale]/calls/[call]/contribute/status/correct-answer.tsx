import { getTranslations } from 'next-intl/server';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { beginCorrection } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import { contributePaths } from '@/app/(form)/server/paths';
import type { CallState } from '@/lib/calls/state';
import type { SentContribution } from '@/lib/contributions/sent';
import { isCorrectable, mayStillSend } from '@/lib/contributions/state';

type CorrectAnswerProps = {
  id: string;
  sent: SentContribution;
  call: CallState;
  place: CallTarget;
  step: string;
  title: string;
};

/** From one answer straight to its step, with a correction begun if none is open. */
export async function CorrectAnswer({ id, sent, call, place, step, title }: CorrectAnswerProps) {
  if (!isCorrectable(sent.status) || !mayStillSend(sent.status, call)) return null;
  const t = await getTranslations('returning.status');
  if (sent.correcting)
    return (
      <a
        href={contributePaths(place.locale, place.call).step(step)}
        className="no-print link"
        aria-label={t('correctOf', { title })}
      >
        {t('correct')}
      </a>
    );
  return (
    <div className="no-print">
      <ConfirmForm
        action={beginCorrection.bind(null, place)}
        contribution={id}
        button={t('correct')}
        label={t('correctOf', { title })}
        failed={t('correctFailed')}
        variant="quiet"
      >
        <input type="hidden" name="step" value={step} />
      </ConfirmForm>
    </div>
  );
}
