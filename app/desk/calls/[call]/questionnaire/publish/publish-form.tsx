'use client';

import { Link } from '@/app/ui/link';
import { SubmitButton } from '@/app/ui/action-form';
import type { FormAction } from '@/app/ui/action-state';
import { Notice } from '@/app/ui/notice';
import { RadioGroup } from '@/app/ui/radio-group';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { editorPath } from '@/lib/calls/questionnaire/check-list';

type PublishFormProps = {
  action: FormAction<{ version: number }>;
  slug: string;
  /** The version of the draft that this page shows. */
  version: number;
  /** The number that the next version will have. */
  next: number;
  isReady: boolean;
  reworded: readonly { id: string; title: string }[];
};

/** Publishes the draft, with its reason; for each reworded question, whether it still means the same. */
export function PublishForm({ action, slug, version, next, isReady, reworded }: PublishFormProps) {
  return (
    <section aria-labelledby="publish" className="pt-10">
      <h2 id="publish" className="border-b border-ink pb-2 text-2xl">
        Publish version {next}
      </h2>
      <p className="mt-3 mb-6 max-w-measure">
        A published version never changes. Contributions that are in progress stay on theirs until their contributor
        takes the new one; what was submitted never moves.
      </p>
      <DeskForm
        action={action}
        fields={{ slug, version: String(version) }}
        done={({ version: published }) => <Published slug={slug} version={published} />}
        once
        className="max-w-[46rem] space-y-6"
        buttons={<SubmitButton doing="Publishing …">Publish version {next}</SubmitButton>}
      >
        {({ field, fault, typed }) => (
          <>
            {!isReady && (
              <Notice kind="info" title="Some points of the check list are open.">
                <p>This can be published once all of them are done.</p>
              </Notice>
            )}
            {reworded.map(({ id, title }) => (
              <RadioGroup
                key={id}
                id={`meanings.${id}`}
                name={`meanings.${id}`}
                legend={`Does “${title}” still mean the same?`}
                hint="Answers of different years are compared only where a question means the same. A question that asks for something else is better a new one, with a key of its own."
                defaultValue={typed[`meanings.${id}`] ?? ''}
                error={fault(`meanings.${id}`)}
                options={[
                  { value: 'same', label: 'Yes: only the words are better' },
                  { value: 'other', label: 'No: answers can’t be compared with earlier ones' },
                ]}
              />
            ))}
            <TextArea
              {...field('reason')}
              label="Why is there a new version?"
              hint="Such as: corrected the wording of question 2. It is shown in the history."
              rows={2}
            />
          </>
        )}
      </DeskForm>
    </section>
  );
}

const Published = ({ slug, version }: { slug: string; version: number }) => (
  <Notice kind="success" title={`Version ${version} is published.`}>
    <Link href={`${editorPath(slug)}/versions/${version}`} className="link">
      Read version {version}
    </Link>
  </Notice>
);
