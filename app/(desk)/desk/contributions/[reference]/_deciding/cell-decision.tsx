'use client';

import { useState } from 'react';
import { Choice } from '@/app/_components/choice';
import { Fieldset } from '@/app/_components/fieldset';
import { TextArea } from '@/app/_components/text-area';
import { TextInput } from '@/app/_components/text-input';
import { faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import { ReasonField } from '@/app/(desk)/desk/_parts/reason-field';
import type { MergeState } from '@/lib/review/merge';
import { BeginFrom } from './begin-from';
import { useSentDecision } from './decision-context';
import { cellFaultInWords } from './decision-notices';
import { fieldName, textsAfter } from './decision-fields';
import type { Content } from './decision-fields';
import { TypedForNothing } from './typed-for-nothing';
import { ValueInput } from './value-input';

/** What the fields need of a change; nothing that a browser need not have. */
export type DecidableChange = {
  id: string;
  key: string;
  title: string;
  state: MergeState | null;
  currentVersion: number;
  current: Content | null;
  proposed: Content;
};

/** The choice on one proposed cell. What belongs to a choice appears when it is made, by CSS alone. */
export function CellDecision({ change }: { change: DecidableChange }) {
  const { id, title, state } = change;
  // Kept here while it is typed: should somebody else be faster, the fields go, and this is shown in their place.
  const [words, setWords] = useState<string[]>([]);
  if (state === null) return <TypedForNothing id={id} title={title} words={words} />;
  return (
    <div className="group/decision mt-5" onInput={(event) => setWords(wordsIn(event.currentTarget))}>
      <Fields change={change} state={state} />
    </div>
  );
}

/** What stands in the fields of text that the choice made has brought up. */
const wordsIn = (element: HTMLElement) =>
  [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input[type="text"]')]
    .filter((field) => field.offsetParent !== null && field.value.trim() !== '')
    .map((field) => field.value);

function Fields({ change, state }: { change: DecidableChange; state: MergeState }) {
  const { id, key, title } = change;
  const { note, source } = textsAfter(change);
  const { typed, fault } = useSentDecision(id);
  const about = fault('outcome') ?? fault('seen');
  const chosen = typed('outcome') ?? '';
  const hidden = { key, state, seen: String(change.currentVersion) };
  return (
    <>
      {Object.entries(hidden).map(([part, value]) => (
        <input key={part} type="hidden" name={fieldName(id, part)} value={value} />
      ))}
      <Fieldset
        id={`decision-${id}`}
        legend={<span className="sr-only">Decision on {title}</span>}
        error={about && `Not recorded: ${cellFaultInWords(about)}`}
      >
        <div className="flex flex-wrap gap-x-6" key={chosen}>
          {choices(state).map(([value, label]) => (
            <Choice
              key={value}
              type="radio"
              id={`${id}-${value || 'later'}`}
              name={fieldName(id, 'outcome')}
              value={value}
              label={label}
              defaultChecked={value === chosen}
            />
          ))}
        </div>
      </Fieldset>
      <div className="mt-3 hidden space-y-4 border-s-2 border-rule ps-4 group-has-[[value=amend]:checked]/decision:block">
        <BeginFrom change={change} />
        <ValueInput change={change} />
        <TextFor
          id={id}
          part="note"
          label="Note"
          hint="Empty: no note stands beside the value."
          value={typed('note') ?? note}
          error={fault('note')}
        />
        <TextFor
          id={id}
          part="source"
          label="Source"
          hint="Empty: the contribution is named as the source."
          value={typed('source') ?? source}
          error={fault('source')}
        />
      </div>
      {key === 'name' && change.current === null && <SlugField id={id} />}
      <div className={`mt-4 hidden border-s-2 border-rule ps-4 ${WITH_REASON}`}>
        <ReasonField
          id={fieldName(id, 'reason')}
          name={fieldName(id, 'reason')}
          label="Reason"
          hint="The contributor reads it. Needed to reject, welcome otherwise."
          defaultValue={typed('reason') ?? ''}
          error={faultWords(fault('reason'))}
        />
      </div>
    </>
  );
}

/** How addresses will call a new agreement: chosen now or never. */
function SlugField({ id }: { id: string }) {
  const { typed, fault } = useSentDecision(id);
  const name = fieldName(id, 'slug');
  return (
    <div className="mt-4 hidden border-s-2 border-rule ps-4 group-has-[[value=accept]:checked]/decision:block group-has-[[value=amend]:checked]/decision:block">
      <TextInput
        id={name}
        name={name}
        label="Name in addresses"
        hint="Such as paris-call. Empty: made of its short name. It never changes afterwards."
        width="medium"
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed('slug') ?? ''}
        error={faultWords(fault('slug'))}
      />
    </div>
  );
}

const WITH_REASON =
  'group-has-[[value=accept]:checked]/decision:block group-has-[[value=amend]:checked]/decision:block group-has-[[value=reject]:checked]/decision:block';

const choices = (state: MergeState) =>
  [
    ['', 'Decide later'],
    ['accept', state === 'conflict' ? 'Accept over what stands now' : 'Accept'],
    ['amend', 'Amend'],
    ['reject', state === 'conflict' ? 'Reject, and keep what stands now' : 'Reject'],
  ] as const;

type TextForProps = { id: string; part: string; label: string; hint?: string; value: string; error?: string };

function TextFor({ id, part, label, hint, value, error }: TextForProps) {
  const name = fieldName(id, part);
  return (
    <TextArea id={name} name={name} label={label} hint={hint} rows={2} defaultValue={value} error={faultWords(error)} />
  );
}

const faultWords = (code: string | undefined) => code && faultInWords(code);
