'use client';

import { Link } from '@/app/ui/link';
import { useState } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import { Button } from '@/app/ui/button';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Notice } from '@/app/ui/notice';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FormAction, Typed } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import type { Failure } from '@/lib/platform/errors';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { CriterionFields } from './criterion-fields';
import { fieldOfIssue, writtenRows } from './set-form-data';
import type { EditedSet } from './set-form-data';

/** The number of empty rows in a new set, for browsers without JavaScript. */
const BEGUN_WITH = 4;

const WORDS: Record<string, string> = {
  name_taken: 'This name is taken: please choose another.',
  not_a_name: 'Small letters, digits and hyphens between them.',
  one_letter: 'One letter, or none.',
  criteria_needed: 'A set needs at least one criterion.',
};
const inWords = (code: string) => WORDS[code] ?? faultInWords(code);

/** A set with its criteria: a new set, or the texts of an existing one, whose names stay. */
export function SetForm({ action, set }: { action: FormAction; set: EditedSet | null }) {
  const [rows, setRows] = useState(set ? set.criteria.length : BEGUN_WITH);
  return (
    <DeskForm
      action={action}
      fields={set ? { slug: set.slug } : {}}
      done={
        <Done
          title={set ? 'Changed, everywhere.' : 'Added. It is in the matrix, the forms, the downloads and the API.'}
        />
      }
      failed={(failure, _, typed) => <NotStored failure={failure} typed={typed} />}
      once={set === null}
      inWords={inWords}
      className="max-w-[46rem] space-y-5"
      buttons={<SubmitButton>{set ? 'Change the words' : 'Add the set'}</SubmitButton>}
    >
      {({ typed, failure }) => {
        const count = Math.max(rows, ...writtenRows(typed).map((row) => row + 1));
        const faults = new Map(
          (failure?.issues ?? []).map((issue) => [fieldOfIssue(issue, typed), inWords(issue.code)]),
        );
        const whole = (name: 'title' | 'slug' | 'description' | 'source') => ({
          id: name,
          name,
          defaultValue: typed[name] ?? set?.[name] ?? '',
          error: faults.get(name),
        });
        return (
          <>
            <TextInput {...whole('title')} label="Title" />
            {!set && (
              <TextInput
                {...whole('slug')}
                label="Name in addresses and files"
                mark="made of the title if left empty"
                hint="It can’t be changed later."
              />
            )}
            <TextArea {...whole('description')} label="Description" rows={3} />
            <TextArea {...whole('source')} label="Source" hint="The document it comes from." rows={2} />
            {Array.from({ length: count }, (_, row) => (
              <CriterionFields
                key={row}
                row={row}
                criterion={set?.criteria[row] ?? null}
                typed={typed}
                faults={faults}
              />
            ))}
            {!set && (
              <Button variant="secondary" onClick={() => setRows(count + 1)}>
                One more criterion
              </Button>
            )}
          </>
        );
      }}
    </DeskForm>
  );
}

function Done({ title }: { title: string }) {
  return (
    <Notice kind="success" title={title}>
      <p className="flex flex-wrap gap-x-5">
        <Link href="/desk/criteria" className="link">
          All criteria
        </Link>
        <a href={pathsIn('en').matrix} className="link">
          The matrix
        </a>
      </p>
    </Notice>
  );
}

function NotStored({ failure, typed }: { failure: Failure; typed: Typed }) {
  const faults = (failure.issues ?? []).map((issue) => ({
    field: fieldOfIssue(issue, typed),
    message: inWords(issue.code),
  }));
  if (faults.length === 0) return <FailureNotice failure={failure} />;
  return (
    <ErrorSummary
      live={false}
      title="Nothing was stored"
      errors={faults.map(({ field, message }) => ({
        href: `#${field === 'criteria' ? 'criteria.0.title' : field}`,
        message,
      }))}
    />
  );
}
