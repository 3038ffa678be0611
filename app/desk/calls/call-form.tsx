'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { ErrorSummary } from '@/app/ui/error-summary';
import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { Typed } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { FailureNotice, faultInWords } from '@/app/desk/parts/failure-notice';
import { CALL_FAULTS } from '@/app/desk/words/calls';
import type { PlaceholderDates } from '@/lib/calls/placeholders';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { Failure } from '@/lib/platform/errors';
import { edit } from './actions';
import { AnnexFields } from './annex-fields';
import type { Agreement } from './annex-fields';
import { fieldOfIssue } from './call-form-data';
import type { FieldOf } from './field-of';
import { ProseField } from './prose-field';
import { ReadingFields } from './reading-fields';
import { RuleFields } from './rule-fields';
import { TimeFields } from './time-fields';

const inWords = (code: string) => CALL_FAULTS[code] ?? faultInWords(code);

type CallFormProps = {
  slug: string;
  version: number;
  stored: Typed;
  /** A public call's deadline is changed by the actions that tell its readers. */
  published: boolean;
  prefixFixed: boolean;
  dates: PlaceholderDates;
  zones: readonly string[];
  agreements: readonly Agreement[];
};

/** Everything of a call besides its questionnaire. */
export function CallForm({ slug, version, stored, ...call }: CallFormProps) {
  return (
    <DeskForm
      action={edit}
      fields={{ slug }}
      done="Stored."
      failed={(failure, _, typed) => <NotStored failure={failure} typed={typed} />}
      inWords={inWords}
      className="max-w-[46rem] space-y-10"
      buttons={<SubmitButton>Store the call</SubmitButton>}
    >
      {({ typed, failure }) => {
        const isSent = Object.keys(typed).length > 0;
        const faults = new Map(
          (failure?.issues ?? []).map((issue) => [fieldOfIssue(issue, typed), inWords(issue.code)]),
        );
        const field: FieldOf = (name) => ({
          id: name,
          name,
          defaultValue: isSent ? (typed[name] ?? '') : (stored[name] ?? ''),
          error: faults.get(name),
        });
        return (
          <>
            <input type="hidden" name="version" value={versionAfter(failure) ?? version} />
            <TextFields field={field} dates={call.dates} />
            <TimeFields field={field} published={call.published} zones={call.zones} />
            <ReadingFields field={field} typed={isSent ? typed : stored} />
            <AnnexFields field={field} agreements={call.agreements} error={faults.get('annex')} />
            <RuleFields field={field} prefixFixed={call.prefixFixed} />
          </>
        );
      }}
    </DeskForm>
  );
}

/** After a conflict the next attempt is compared with what is stored now: its author has seen that it is different. */
function versionAfter(failure: Failure | null): number | undefined {
  const now = failure?.issues?.find(({ path }) => path === 'version')?.params?.version;
  return typeof now === 'number' ? now : undefined;
}

function TextFields({ field, dates }: { field: FieldOf; dates: PlaceholderDates }) {
  return (
    <Fieldset
      id="texts"
      legend="Texts"
      size="heading"
      hint="Markdown. {deadline}, {opening} and {year} stand for the call’s own dates, so that a text stays true when a date is moved."
    >
      <div className="space-y-6">
        <TextInput {...field('title')} label="Title" />
        <TextArea {...field('summary')} label="Summary" hint="Two or three sentences, below the title." rows={3} />
        <ProseField {...field('introduction')} label="What it is about" rows={8} dates={dates} />
        <ProseField {...field('instructions')} label="How to contribute" rows={8} dates={dates} />
        <ProseField {...field('afterwards')} label="What happens next" rows={5} dates={dates} />
        <TextInput
          {...field('address')}
          type="email"
          label="Where to write"
          mark="optional"
          hint="A public address, shown on the call’s page for contributions and questions."
        />
      </div>
    </Fieldset>
  );
}

function NotStored({ failure, typed }: { failure: Failure; typed: Typed }) {
  const faults = (failure.issues ?? []).filter(({ path }) => path !== 'version');
  if (faults.length === 0) return <FailureNotice failure={failure} />;
  return (
    <ErrorSummary
      live={false}
      title={failure.reason === 'invalid' ? 'Nothing was stored' : errors.reasons[failure.reason]}
      errors={faults.map((issue) => {
        const at = fieldOfIssue(issue, typed);
        return { href: `#${at}`, message: `${labelOf(at)}: ${inWords(issue.code)}` };
      })}
    />
  );
}

const LABELS: Record<string, string> = {
  title: 'Title',
  summary: 'Summary',
  introduction: 'What it is about',
  instructions: 'How to contribute',
  afterwards: 'What happens next',
  deadlineNote: 'Note on the deadline',
  address: 'Where to write',
  annexNote: 'Note on the annex',
  readingNote: 'Note on the reading',
  readingLink: 'Link for the reading',
  opensOn: 'Opening',
  opensTime: 'Opening',
  closesOn: 'Closing',
  closesTime: 'Closing',
  timeZone: 'Time zone',
  afterClosing: 'After the closing',
  files: 'Files',
  publication: 'Publication',
  editorsOnly: 'For the editors only',
  maxWords: 'Words per answer',
  prefix: 'Beginning of references',
  annex: 'Annex',
  reading: 'Background reading',
};

const labelOf = (field: string) => LABELS[field.split('.')[0] ?? field] ?? field;
