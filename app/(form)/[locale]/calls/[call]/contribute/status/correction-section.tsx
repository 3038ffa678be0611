import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { Section } from '@/app/ui/section';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { abandonCorrection, beginCorrection } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import { contributePaths } from '@/app/(form)/server/paths';
import type { CallState } from '@/lib/calls/state';
import type { SentContribution } from '@/lib/contributions/sent';
import { isCorrectable, mayStillSend } from '@/lib/contributions/state';

type CorrectionSectionProps = { id: string; sent: SentContribution; place: CallTarget; call: CallState };

/** Lets the contributor begin, continue or discard a correction; after that is over, says what is still possible. */
export async function CorrectionSection({ id, sent, place, call }: CorrectionSectionProps) {
  const [t, entered] = [await getTranslations('correspondence'), await getTranslations('entered.check')];
  const { status, correcting } = sent;
  const mayCorrect = isCorrectable(status) && mayStillSend(status, call);
  const now = {
    submitted: t('now.submitted'),
    changes_requested: t('now.changesRequested'),
    published: t('now.published'),
    unpublished: t('now.unpublished'),
    declined: t('now.declined'),
    kept: t('now.kept'),
    withdrawn: t('now.withdrawn'),
    draft: '',
  }[status];
  return (
    <Section id="now" title={t('now.title')}>
      <div className="max-w-measure space-y-5">
        <p>{sent.entry?.consent === 'waiting' && isCorrectable(status) ? entered('now') : now}</p>
        {correcting && <OpenCorrection id={id} sent={sent} place={place} may={mayCorrect} />}
        {!correcting && mayCorrect && (
          <ConfirmForm
            action={beginCorrection.bind(null, place)}
            contribution={id}
            button={t('correct.begin')}
            failed={t('correct.failed')}
            variant={status === 'changes_requested' ? 'primary' : 'secondary'}
          >
            <p>
              {t('correct.beginBody')} {sent.proposals.length > 0 && t('correct.decidedStays')}
            </p>
          </ConfirmForm>
        )}
        {!correcting && isCorrectable(status) && !mayCorrect && <p>{t('correct.closedBody')}</p>}
      </div>
    </Section>
  );
}

type OpenCorrectionProps = { id: string; sent: SentContribution; place: CallTarget; may: boolean };

async function OpenCorrection({ id, sent: { revision, status }, place, may }: OpenCorrectionProps) {
  const t = await getTranslations('correspondence.correct');
  const paths = contributePaths(place.locale, place.call);
  const over = isCorrectable(status)
    ? { title: t('closed'), body: t('closedBody') }
    : { title: t('stranded'), body: t('strandedBody') };
  return (
    <>
      <Notice kind={may ? 'info' : 'warning'} title={may ? t('open') : over.title}>
        <p>{may ? t('openBody', { number: revision + 1, former: revision }) : over.body}</p>
      </Notice>
      <LinkButton href={paths.check} variant={may ? 'primary' : 'secondary'}>
        {may ? t('continue') : t('read')}
      </LinkButton>
      <DropCorrection id={id} place={place} />
    </>
  );
}

/**
 * Asks for confirmation before the typed text is deleted. It needs no page of its own, since the sent version stays.
 */
export async function DropCorrection({ id, place }: { id: string; place: CallTarget }) {
  const t = await getTranslations('correspondence.correct');
  return (
    <details className="no-print">
      <summary className="link w-fit">{t('drop')}</summary>
      <div className="mt-3">
        <ConfirmForm
          action={abandonCorrection.bind(null, place)}
          contribution={id}
          button={t('dropButton')}
          failed={t('failed')}
          variant="danger"
        >
          <p>{t('dropBody')}</p>
        </ConfirmForm>
      </div>
    </details>
  );
}
