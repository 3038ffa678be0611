'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Checkbox } from '@/app/ui/checkbox';
import { Notice } from '@/app/ui/notice';
import { sentOnce } from '@/app/ui/sent-once';
import { Gate } from '@/app/(form)/form/gate';
import type { NotSubmitted, SubmitProblem } from '@/app/(form)/server/submit-draft';
import { ContactsQuestion } from './contacts-question';
import type { ContactsInTexts } from './contacts-question';

type SubmitFormProps = {
  submit: (previous: SubmitProblem, form: FormData) => Promise<SubmitProblem>;
  draftId: string;
  seen: string;
  blocked: boolean;
  address: string;
  contacts: ContactsInTexts;
  /** An editor sends it on behalf of its contributor. */
  onBehalf: boolean;
  /** It is not published. */
  editorsOnly: boolean;
};

/**
 * Consent and the button that sends. It names the shown state of the draft, so that no unread change is ever submitted.
 */
export function SubmitForm({
  submit,
  draftId,
  seen,
  blocked,
  address,
  contacts,
  onBehalf,
  editorsOnly,
}: SubmitFormProps) {
  const t = useTranslations('contribute.form.submit');
  const behalf = useTranslations('entered.form');
  const codes = useTranslations('errors.codes');
  const consent = useConsent({ onBehalf, editorsOnly });
  const [problem, action, pending] = useActionState(submit, null, address);
  const once = sentOnce(pending);
  const twice = useTranslations('abuse.duplicate');
  const noConsent = problem?.reason === 'consent_needed';
  const said =
    problem && problem.reason !== 'consent_needed' && problem.reason !== 'proof_needed' ? problem.reason : null;
  const demand = problem?.reason === 'proof_needed' ? problem : null;
  useEffect(() => {
    if (noConsent) document.getElementById('consent')?.focus();
  }, [problem, noConsent]);
  return (
    <section aria-labelledby="submit-title" className="no-print border-t-2 border-ink pt-4 sm:pt-6">
      <h2 id="submit-title" className="text-xl sm:mb-4">
        {t('title')}
      </h2>
      <form action={action} {...once.form} className="mt-2 space-y-4 sm:mt-4 sm:space-y-6">
        <input type="hidden" name="draft" value={draftId} />
        <input type="hidden" name="seen" value={seen} />
        {!editorsOnly && <ContactsQuestion contacts={contacts} shown={problem?.showContacts} />}
        <Checkbox
          id="consent"
          name="consent"
          {...consent}
          defaultChecked={problem?.consent}
          error={noConsent ? codes('consent_needed') : undefined}
        />
        {(said === 'duplicate_submission' || problem?.again) && (
          <Checkbox
            id="again"
            name="again"
            label={twice('again')}
            hint={twice('againHint')}
            defaultChecked={problem?.again}
          />
        )}
        <Gate demand={demand} />
        {said && <Problem problem={said} />}
        {blocked ? (
          <p className="text-muted">{t('blocked')}</p>
        ) : (
          <Button type="submit" {...once.button}>
            {onBehalf ? behalf('button') : t('button')}
          </Button>
        )}
      </form>
    </section>
  );
}

/** What is agreed to: that the contribution is published, or that the editors may use one that is not. */
function useConsent({ onBehalf, editorsOnly }: Pick<SubmitFormProps, 'onBehalf' | 'editorsOnly'>) {
  const [t, behalf] = [useTranslations('contribute.form.submit'), useTranslations('entered.form')];
  const which = editorsOnly ? 'consentEditorsOnly' : 'consent';
  return onBehalf ? { label: behalf(which), hint: behalf('consentHint') } : { label: t(which), hint: t('consentHint') };
}

function Problem({ problem }: { problem: Exclude<NotSubmitted['reason'], 'consent_needed' | 'proof_needed'> }) {
  const t = useTranslations('contribute.form');
  const reasons = useTranslations('errors.reasons');
  const twice = useTranslations('abuse.duplicate');
  const own = {
    duplicate_submission: twice('body'),
    changed: t('submit.changed'),
    other_draft: t('otherDraft'),
    lost_link: t('lostLink'),
  };
  const said =
    problem in own ? own[problem as keyof typeof own] : reasons(problem as Exclude<typeof problem, keyof typeof own>); // told apart by the line itself
  return (
    <Notice kind="error" role="alert" title={t('submit.failed')}>
      <p>{said}</p>
    </Notice>
  );
}
