'use client';

import Link from 'next/link';
import { useActionState, useState } from 'react';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { UNSENT } from '@/app/_server/action-state';
import type { FormAction } from '@/app/_server/action-state';
import { FailureNotice, faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { pathsIn } from '@/lib/i18n/paths';
import { CriterionFields } from './criterion-fields';
import { fieldOfIssue, writtenRows } from './set-form-data';

type Criterion = { key: string; letter: string | null; title: string; shortTitle: string; description: string; help: string };
export type EditedSet = { slug: string; title: string; description: string; source: string; criteria: readonly Criterion[] };

/** So many empty rows a new set begins with, for whoever has no script. */
const BEGUN_WITH = 4;

const WORDS: Record<string, string> = {
  name_taken: 'This name is taken: please choose another.',
  not_a_name: 'Small letters, digits and hyphens between them.',
  one_letter: 'One letter, or none.',
  criteria_needed: 'A set needs at least one criterion.',
};
const inWords = (code: string) => WORDS[code] ?? faultInWords(code);

/** A set with its criteria: a new one, or the words of one there is, whose names stay. */
export function SetForm({ action, set }: { action: FormAction; set: EditedSet | null }) {
  const [{ result, typed }, send, pending] = useActionState(action, UNSENT);
  const failure = result?.ok === false ? result : null;
  const [rows, setRows] = useState(set ? set.criteria.length : BEGUN_WITH);
  const count = Math.max(rows, ...writtenRows(typed).map((row) => row + 1));
  const faults = new Map((failure?.issues ?? []).map((issue) => [fieldOfIssue(issue, typed), inWords(issue.code)]));
  if (result?.ok && !set) return <Done title="Added. It is in the matrix, the forms, the downloads and the API." />;
  const whole = (name: 'title' | 'slug' | 'description' | 'source') => ({ id: name, name, defaultValue: typed[name] ?? set?.[name] ?? '', error: faults.get(name) });
  return (
    <form action={send} noValidate className="max-w-[46rem] space-y-5">
      {result?.ok && <Done title="Changed, everywhere." />}
      {failure && (faults.size > 0 ? <ErrorSummary title="Nothing was stored" errors={[...faults].map(([field, message]) => ({ href: `#${field === 'criteria' ? 'criteria.0.title' : field}`, message }))} /> : <FailureNotice failure={failure} />)}
      <TextInput {...whole('title')} label="Title" />
      {set ? (
        <input type="hidden" name="slug" value={set.slug} />
      ) : (
        <TextInput {...whole('slug')} label="Name in addresses and files" mark="made of the title if left empty" hint="It can’t be changed later." />
      )}
      <TextArea {...whole('description')} label="Description" rows={3} />
      <TextArea {...whole('source')} label="Source" hint="The document it comes from." rows={2} />
      {Array.from({ length: count }, (_, row) => (
        <CriterionFields key={row} row={row} criterion={set?.criteria[row] ?? null} typed={typed} faults={faults} />
      ))}
      {!set && (
        <Button variant="secondary" onClick={() => setRows(count + 1)}>
          One more criterion
        </Button>
      )}
      <div className="border-t border-ink pt-5">
        <Button type="submit" disabled={pending}>
          {set ? 'Change the words' : 'Add the set'}
        </Button>
      </div>
    </form>
  );
}

function Done({ title }: { title: string }) {
  return (
    <Notice kind="success" role="status" title={title}>
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
