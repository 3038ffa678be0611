'use client';

import { Link } from '@/app/ui/link';
import { FileInput } from '@/app/ui/file-input';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { Field, describedBy } from '@/app/ui/field';
import { Notice } from '@/app/ui/notice';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice } from '@/app/desk/parts/failure-notice';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { Failure } from '@/lib/platform/errors';

type ImportFormProps = { action: FormAction<{ questions: number }>; slug: string; version: number };

const HINT = 'A JSON file that was exported here or in another installation.';

/** Replaces the draft by the content of a file. */
export function ImportForm({ action, slug, version }: ImportFormProps) {
  return (
    <section aria-labelledby="import" className="max-w-[46rem]">
      <h2 id="import" className="border-b border-ink pb-2 text-2xl">
        Import a file
      </h2>
      <p className="mt-3 mb-5">
        The file takes the place of the draft. Questions of the draft that are not in the file are listed below it as
        removed, and can be brought back. Nothing is published.
      </p>
      <DeskForm
        action={action}
        fields={{ slug, version: String(version) }}
        done={({ questions }) => <Imported slug={slug} questions={questions} />}
        failed={(failure, unseen) => <NotImported failure={failure} unseen={unseen} />}
        once
        className="space-y-5"
        buttons={<SubmitButton doing="Importing …">Import into the draft</SubmitButton>}
      >
        {({ fault }) => {
          const error = fault('file');
          return (
            <Field id="file" label="Questionnaire file" hint={HINT} error={error}>
              <FileInput
                id="file"
                accept=".json,application/json"
                {...describedBy({ id: 'file', hint: HINT, error })}
              />
            </Field>
          );
        }}
      </DeskForm>
    </section>
  );
}

const Imported = ({ slug, questions }: { slug: string; questions: number }) => (
  <Notice
    kind="success"
    title={`${questions === 1 ? 'One question is' : `${questions} questions are`} in the draft now.`}
  >
    <Link href={editorPath(slug)} className="link">
      Edit the draft
    </Link>
  </Notice>
);

/** Each fault of the file says its place itself. */
function NotImported({ failure, unseen }: { failure: Failure; unseen: readonly string[] }) {
  const sentences = (failure.issues ?? []).flatMap(({ params }) =>
    params?.sentence === undefined ? [] : [String(params.sentence)],
  );
  return <FailureNotice failure={failure} faults={sentences.length > 0 ? sentences : unseen} />;
}
