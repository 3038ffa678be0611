'use client';

import { Notice } from '@/app/ui/notice';
import { Button } from '@/app/ui/button';
import { Moment } from '@/app/ui/moment';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { Failure } from '@/lib/platform/errors';
import type { DraftSaving } from './use-draft-saving';

type SavingStateProps = { saving: DraftSaving; slug: string; part: string };

/** Whether all of it is stored; after a refusal, why not and what to do. */
export function SavingState({ saving, slug, part }: SavingStateProps) {
  const { failure, state, savedAt } = saving;
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {failure ? 'Not saved.' : WORDS[state]}
        {!failure && state === 'saved' && savedAt !== null && <Moment value={savedAt} locale="en" />}
      </p>
      {failure?.reason === 'draft_changed' ? (
        <ChangedElsewhere failure={failure} saving={saving} slug={slug} part={part} />
      ) : (
        failure && <FailureNotice failure={failure} faults={failure.issues?.map(({ code }) => faultInWords(code))} />
      )}
    </>
  );
}

const WORDS = { saved: 'All of it is saved. ', unsaved: 'Not saved yet.', saving: 'Saving …' };

function ChangedElsewhere({ failure, saving, slug, part }: SavingStateProps & { failure: Failure }) {
  const now = failure.issues?.find(({ path }) => path === 'version')?.params?.version;
  return (
    <div role="alert" className="basis-full">
      <Notice kind="warning" title="Another admin has saved this questionnaire in the meantime.">
        <p>
          What you typed is still on this page, and is not stored.{' '}
          <a href={editorPath(slug, part)} target="_blank" rel="noreferrer" className="link">
            See what they stored, in a new window
          </a>
          , copy what you need there, or store this page in its place.
        </p>
        {now !== undefined && (
          <p className="mt-2">
            <Button
              type="submit"
              name="version"
              value={now}
              variant="secondary"
              onClick={(event) => {
                event.preventDefault();
                saving.saveNow(Number(now));
              }}
            >
              Store this page in its place
            </Button>
          </p>
        )}
      </Notice>
    </div>
  );
}
