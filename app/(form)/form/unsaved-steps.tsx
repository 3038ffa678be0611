'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '@/app/ui/notice';
import { useHydrated } from './use-hydrated';
import { forgetDraft, stepsWithCopies } from './local-drafts';

type UnsavedStepsProps = {
  draftId: string;
  /** What the steps are called, by their addresses. */ titles: Record<string, string>;
};

/** On the page that sends: text of this draft which only this browser has would be missing from what is sent. */
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

/** Once a draft is sent, nothing unsaved of it stays behind in this browser. */
export function ForgetUnsaved({ draftId }: { draftId: string }) {
  useEffect(() => forgetDraft(draftId), [draftId]);
  return null;
}
