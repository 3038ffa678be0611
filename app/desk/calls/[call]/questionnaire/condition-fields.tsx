'use client';

import { Fieldset } from '@/app/ui/fieldset';
import { FieldError } from '@/app/ui/field-error';
import { OPERATOR_WORDS } from '@/lib/calls/questionnaire/difference';
import { COMMANDS } from '@/lib/calls/questionnaire/editing';
import { questionInWords } from '@/lib/calls/questionnaire/places';
import { OPERATORS } from '@/lib/calls/questionnaire/typed-questionnaire';
import type { TypedRule } from '@/lib/calls/questionnaire/typed-questionnaire';
import { CommandButton } from './command-button';
import { controlId, useEditor } from './editor-context';
import { RemovedRows, RowButtons } from './setting-inputs';
import { TypedLine, TypedSelect } from './typed-inputs';

/** When a question is asked: rules over the answers to earlier questions, all of which must hold. */
export function ConditionFields({ at, path }: { at: number; path: string }) {
  const { typed, derived } = useEditor();
  const question = typed.questions[at];
  if (!question) return null;
  const sentence = derived.conditions[question.id];
  const fault = derived.faults.find((one) => one.path === path)?.detail;
  return (
    <Fieldset
      id={controlId(path)}
      legend="Asked only if"
      hint={sentence ?? 'Without a rule it is always asked. All rules have to hold.'}
      error={fault}
    >
      <ol className="space-y-4">
        {question.askedIf.map((rule, index) => (
          <li key={index} className="border-s-2 border-rule ps-4">
            <RuleFields rule={rule} at={at} path={`${path}.${index}`} number={index + 1} />
            <RowButtons path={path} at={index} count={question.askedIf.length} what={`rule ${index + 1}`} />
          </li>
        ))}
      </ol>
      <RemovedRows path={path} />
      {at === 0 ? (
        <p className="text-sm text-muted">The first question has no earlier one to depend on.</p>
      ) : (
        <p className="mt-3">
          <CommandButton command={COMMANDS.addRow(path)}>Add a rule</CommandButton>
        </p>
      )}
    </Fieldset>
  );
}

function RuleFields({ rule, at, path, number }: { rule: TypedRule; at: number; path: string; number: number }) {
  const { typed, derived } = useEditor();
  const fault = derived.faults.find((one) => one.path === path)?.detail;
  // A rule about a later question is shown as it is, with its fault.
  const offered = typed.questions.flatMap((question, index) =>
    index < at || question.id === rule.question ? [{ question, row: index + 1 }] : [],
  );
  const choices = derived.choices[rule.question];
  return (
    <Fieldset id={controlId(path)} legend={<span className="sr-only">Rule {number}</span>}>
      {fault && <FieldError id={`${controlId(path)}-fault`}>{fault}</FieldError>}
      <div className="flex flex-wrap gap-4">
        <TypedSelect path={`${path}.question`} label="The answer to">
          <option value="">Choose a question</option>
          {offered.map(({ question, row }) => (
            <option key={question.id} value={question.id}>
              {questionInWords(question, row)}
            </option>
          ))}
        </TypedSelect>
        <TypedSelect path={`${path}.operator`} label="How">
          <option value="">Choose</option>
          {OPERATORS.map((operator) => (
            <option key={operator} value={operator}>
              {OPERATOR_WORDS[operator]}
            </option>
          ))}
        </TypedSelect>
        {rule.operator !== 'answered' &&
          (choices ? (
            <TypedSelect path={`${path}.value`} label="Answer">
              <option value="">Choose an answer</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
              {rule.value !== '' && !choices.some(({ value }) => value === rule.value) && (
                <option value={rule.value}>{rule.value} (not offered)</option>
              )}
            </TypedSelect>
          ) : (
            <TypedLine path={`${path}.value`} label="Answer" width="medium" />
          ))}
      </div>
    </Fieldset>
  );
}
