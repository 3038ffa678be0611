'use client';

import { useState, useSyncExternalStore } from 'react';
import { SubmitButton } from '@/app/ui/action-form';
import { Button } from '@/app/ui/button';
import { useHeldText, useTextInsertion } from '@/app/ui/held-text';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { FormReasonField } from '@/app/desk/parts/reason-field';
import { occurrencesOf, REDACTION_REASON_KEYS, REDACTION_REASONS } from '@/lib/platform/redaction/marks';
import type { RedactableText } from '@/lib/review/redactions/for-review';
import { redact } from './actions';

type RedactFormProps = { reference: string; texts: readonly RedactableText[] };

/** Takes a passage out of one text. Without a script it is pasted; with one it can be selected on the page. */
export function RedactForm({ reference, texts }: RedactFormProps) {
  return (
    <DeskForm
      action={redact}
      fields={{ reference }}
      done="The passage is not public any more. Its contributor gets a message."
      summary="Take out a passage"
      className="mt-4 space-y-4"
      inWords={faultOfPassage}
      buttons={<SubmitButton variant="danger">Take it out</SubmitButton>}
    >
      {({ typed, fault, field }) => (
        <>
          <PassageFields
            texts={texts}
            place={typed.place ?? ''}
            passage={typed.passage ?? ''}
            faults={{ place: fault('place'), passage: fault('passage') }}
          />
          <TextInput
            {...field('occurrence')}
            id="redact-occurrence"
            label="Which one, if it occurs several times"
            hint="Its number, such as 2, or “all”."
            width="short"
          />
          <Select {...field('reason')} id="redact-reason" label="Reason for readers">
            {REDACTION_REASON_KEYS.map((key) => (
              <option key={key} value={key}>
                {REDACTION_REASONS[key]}
              </option>
            ))}
          </Select>
          <FormReasonField
            {...field('note')}
            id="redact-note"
            label="Why"
            hint="The contributor reads it on the status page and, with a confirmed address, by mail. Do not repeat the passage."
            rows={3}
          />
        </>
      )}
    </DeskForm>
  );
}

/** A passage that occurs several times says how often. */
function faultOfPassage(code: string): string {
  const count = /^passage_repeated:(\d+)$/.exec(code)?.[1];
  return count === undefined
    ? faultInWords(code)
    : `It occurs ${count} times in this text: say which one by its number, or “all”.`;
}

type PassageProps = {
  texts: readonly RedactableText[];
  place: string;
  passage: string;
  faults: { place?: string; passage?: string };
};

function PassageFields({ texts, place, passage, faults }: PassageProps) {
  const [chosen, choose] = useHeldText(place);
  const [words, setWords] = useHeldText(passage);
  const { area } = useTextInsertion(words, setWords);
  const [notFound, setNotFound] = useState(false);
  const hasScript = useHasScript();
  const takeSelection = () => {
    const selected = window.getSelection()?.toString().trim() ?? '';
    const text = selected && texts.find((one) => occurrencesOf(selected, one.text).length > 0);
    setNotFound(!text);
    if (!text) return;
    setWords(selected);
    choose(text.place);
  };
  return (
    <>
      {hasScript && (
        <div>
          {/* The press must not end the selection that it reads. */}
          <Button variant="secondary" onMouseDown={(event) => event.preventDefault()} onClick={takeSelection}>
            Take the selected text
          </Button>
          <p role="status" className="mt-1 text-sm text-muted">
            {notFound
              ? 'Nothing is selected that is in one of the texts as it was written.'
              : 'Select the words in the answer first.'}
          </p>
        </div>
      )}
      <Select
        id="redact-place"
        name="place"
        label="Text"
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        error={faults.place}
      >
        {texts.map((text) => (
          <option key={text.place} value={text.place}>
            {text.label}
          </option>
        ))}
      </Select>
      <TextArea
        ref={area}
        id="redact-passage"
        name="passage"
        label="Passage"
        hint="Word for word, as it was written."
        rows={2}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        error={faults.passage}
      />
    </>
  );
}

const never = () => () => undefined;

/** False in the page as the server sends it. */
const useHasScript = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
