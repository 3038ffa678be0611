'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Notice } from '@/app/ui/notice';
import { makePreview, revokePreview } from '@/app/desk/calls/actions';
import { Command } from '@/app/desk/parts/command';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { pathsIn } from '@/lib/platform/i18n/paths';

/** The private link with which the call and its form can be looked at before it is public. */
export function PreviewLink({ slug, exists }: { slug: string; exists: boolean }) {
  return (
    <section aria-labelledby="preview" className="mt-10 max-w-[46rem] space-y-4">
      <h2 id="preview" className="text-2xl">
        Preview
      </h2>
      <p className="text-muted">
        The link shows the call as its page will be. Everyone who has the link can also try the form; nothing is stored.
        Only whether the form was walked through to its end is noted, for the check list.
      </p>
      <DeskForm
        action={makePreview}
        fields={{ slug }}
        done={({ token }) => <Made path={pathsIn('en').callPreview(token)} />}
        className="space-y-3"
        buttons={<SubmitButton variant="secondary">{exists ? 'Make a new link' : 'Make a preview link'}</SubmitButton>}
      >
        {exists && <p>There is a link. It can’t be shown again; a new one takes its place.</p>}
      </DeskForm>
      {exists && <Command action={revokePreview} fields={{ slug }} label="End the link" done="Ended." />}
    </section>
  );
}

const Made = ({ path }: { path: string }) => (
  <Notice kind="success" title="This is the link. Copy it now: it is shown this once.">
    <a href={path} className="link wrap-anywhere">
      {path}
    </a>
  </Notice>
);
