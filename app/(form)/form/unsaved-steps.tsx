'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '@/app/ui/notice';
import { useHydrated } from './use-hydrated';
import { forgetDraft, stepsWithCopies } from './local-drafts';

type UnsavedStepsProps = {
  draftId: string;
  /** The names of the steps, by address. */ titles: Record<string, string>;
};

/**
 * On the page that sends: warns of text that only this browser has, because it would be missing from the submission.
 */
export function UnsavedSteps({ draftId, titles }: UnsavedStepsProps) {
  return useHydrated() && <FoundInBrowser draftId={draftId} titles={titles} />;
}

function FoundInBrowser({ draftId, titles }: UnsavedStepsProps) {
  const t = useTranslations('contribute.form.unsavedSteps');
  const [steps] = useState(() => stepsWithCopies(draftId));
  if (steps.length === 0) return null;
  return (
    <Notice kind="warning" role="status" title={t('title')}>
      <p>{t('body')}</p>
      <ul className="mt-2">
        {steps.map((address) => (
          <li key={address}>
            <a href={address} className="link">
              {titles[address] ?? t('step')}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** After a draft is sent, its unsaved copies in this browser are deleted. */
export function ForgetUnsaved({ draftId }: { draftId: string }) {
  useEffect(() => forgetDraft(draftId), [draftId]);
  return null;
}
