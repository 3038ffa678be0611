'use client';

import { Choice } from '@/app/_components/choice';
import { Fieldset } from '@/app/_components/fieldset';
import { Notice } from '@/app/_components/notice';
import { TextArea } from '@/app/_components/text-area';
import { faultInWords } from '@/app/(desk)/desk/_parts/failure-notice';
import type { MergeState } from '@/lib/review/merge';
import { useSentDecision } from './decision-context';
import { fieldName, SIGNATORY_PARTS } from './decision-fields';
import { ValueInput } from './value-input';

/** What the fields need of a change; nothing that a browser need not have. */
export type DecidableChange = {
  id: string;
  key: string;
  title: string;
  state: MergeState | null;
  currentVersion: number;
  proposed: { value: unknown; note: string | null; source: string | null };
};

/** The choice on one proposed cell. What belongs to a choice appears when it is made, by CSS alone. */
export function CellDecision({ change }: { change: DecidableChange }) {
  const { id, key, title, state } = change;
  const { typed, fault } = useSentDecision(id);
  if (state === null) return <TypedForNothing change={change} />;
  const hidden = { key, state, seen: String(change.currentVersion) };
  const chosen = typed('outcome') ?? '';
  return (
    <div className="group/decision mt-4 border-s-2 border-rule ps-4">
      {Object.entries(hidden).map(([part, value]) => (
        <input key={part} type="hidden" name={fieldName(id, part)} value={value} />
      ))}
      <Fieldset id={`decision-${id}`} legend={<span className="sr-only">Decision on {title}</span>}>
        <div className="flex flex-wrap gap-x-6" key={chosen}>
          {choices(state).map(([value, label]) => (
            <Choice key={value} type="radio" id={`${id}-${value || 'later'}`} name={fieldName(id, 'outcome')} value={value} label={label} defaultChecked={value === chosen} />
          ))}
        </div>
      </Fieldset>
      <div className="mt-3 hidden space-y-4 group-has-[[value=amend]:checked]/decision:block">
        <ValueInput change={change} />
        <TextFor id={id} part="note" label="Note" value={typed('note') ?? change.proposed.note ?? ''} error={fault('note')} />
        <TextFor id={id} part="source" label="Source" hint="Empty: the contribution is named as the source." value={typed('source') ?? change.proposed.source ?? ''} error={fault('source')} />
      </div>
      <div className="mt-4 hidden group-has-[[value=accept]:checked]/decision:block group-has-[[value=amend]:checked]/decision:block group-has-[[value=reject]:checked]/decision:block">
        <TextFor id={id} part="reason" label="Reason" hint="The contributor reads it. Needed to reject, welcome otherwise." value={typed('reason') ?? ''} error={fault('reason')} />
      </div>
    </div>
  );
}

const choices = (state: MergeState) =>
  [
    ['', 'Decide later'],
    ['accept', state === 'conflict' ? 'Accept over what stands now' : 'Accept'],
    ['amend', 'Amend'],
    ['reject', 'Reject'],
  ] as const;

type TextForProps = { id: string; part: string; label: string; hint?: string; value: string; error?: string };

function TextFor({ id, part, label, hint, value, error }: TextForProps) {
  const name = fieldName(id, part);
  return <TextArea id={name} name={name} label={label} hint={hint} rows={2} defaultValue={value} error={error && faultInWords(error)} />;
}

const AMENDED_PARTS = [...['value', ...SIGNATORY_PARTS].map((part) => `amended-${part}`), 'note', 'source'];

/** Somebody else was faster: the cell has no fields any more, but what was typed into them is still the editor's. */
function TypedForNothing({ change: { id, title } }: { change: DecidableChange }) {
  const { typed, fault } = useSentDecision(id);
  const parts = typed('outcome') === 'amend' ? [...AMENDED_PARTS, 'reason'] : ['reason'];
  const words = parts.map(typed).filter(Boolean);
  if (!fault('outcome') || words.length === 0) return null;
  return (
    <div className="mt-3">
      <Notice kind="warning" title="What you had typed here">
        <ul aria-label={`Typed for ${title}`}>
          {words.map((text, at) => (
            <li key={at} className="whitespace-pre-line">
              {text}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
