'use client';

import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { COMMANDS, PARTS } from '@/lib/calls/questionnaire/editing';
import type { TypedQuestion } from '@/lib/calls/questionnaire/typed-questionnaire';
import { kindName } from '@/app/desk/words/question-kinds';
import { CommandButton } from './command-button';
import { useCommand, useEditor } from './editor-context';
import { AboutFields, GroupFields } from './group-fields';
import { QuestionFields } from './question-fields';

/** The parts of the questionnaire in their order; the open one shows its fields below its line. */
export function Outline() {
  const { typed } = useEditor();
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <ol className="border-t border-ink">
      <Part
        id={PARTS.groups}
        title="Sections and audiences"
        note={countsInWords(typed.sections.length, typed.audiences.length)}
      >
        <GroupFields />
      </Part>
      {typed.questions.map((question, at) => (
        <QuestionLine key={question.id} question={question} at={at} dragged={dragged} drag={setDragged} />
      ))}
      <Part id={PARTS.about} title={typed.about.title.trim() || 'About you'} note="The last step: who contributes.">
        <AboutFields />
      </Part>
    </ol>
  );
}

const countsInWords = (sections: number, audiences: number) =>
  sections + audiences === 0 ? 'None.' : `Sections: ${sections}. Audiences: ${audiences}.`;

type PartProps = { id: string; title: string; note: ReactNode; buttons?: ReactNode; children: ReactNode };

function Part({ id, title, note, buttons, children }: PartProps) {
  const { part, derived } = useEditor();
  const isOpen = part === id;
  const faults = derived.faults.filter((fault) => fault.part === id);
  return (
    <li className={`border-b border-rule ${isOpen ? 'bg-wash px-3' : ''}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <div className="min-w-0 grow basis-64 py-2">
          <OpenButton id={id} isOpen={isOpen}>
            {title}
          </OpenButton>
          <p className="text-sm text-muted">{note}</p>
          {faults.length > 0 && (
            <p className="text-sm font-semibold text-danger">
              {faults.length === 1 ? 'One point is open' : `${faults.length} points are open`}
              {isOpen && <span className="font-normal">: {faults.map(({ sentence }) => sentence).join(' ')}</span>}
            </p>
          )}
        </div>
        {buttons}
      </div>
      {isOpen && children}
    </li>
  );
}

function OpenButton({ id, isOpen, children }: { id: string; isOpen: boolean; children: ReactNode }) {
  return (
    <button
      id={`part-${id}`}
      aria-expanded={isOpen}
      className="link min-h-6 cursor-pointer text-start font-semibold"
      dir="auto"
      {...useCommand(COMMANDS.open(id))}
    >
      {children}
    </button>
  );
}

type QuestionLineProps = {
  question: TypedQuestion;
  at: number;
  /** The question that is being dragged. */
  dragged: string | null;
  drag: (id: string | null) => void;
};

function QuestionLine({ question, at, dragged, drag }: QuestionLineProps) {
  const { typed, derived, run } = useEditor();
  const { id, section, number } = question;
  const name = question.shortTitle.trim() || question.title.trim() || `Question ${at + 1}`;
  const begins = at === 0 || typed.questions[at - 1]?.section !== section;
  const heading = typed.sections.find((one) => one.id === section)?.title;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null && dragged !== id) run(COMMANDS.before(dragged, id));
    drag(null);
  };
  return (
    <>
      {begins && section !== '' && (
        <li
          className="border-b border-rule pt-4 pb-1 text-sm font-semibold tracking-wide text-muted uppercase"
          dir="auto"
        >
          {heading?.trim() || 'Section without a title'}
        </li>
      )}
      <Part
        id={id}
        title={`${number.trim() || at + 1}. ${name}`}
        note={
          <>
            {kindName(question.kind)}
            {question.required && ', required'}
            {derived.conditions[id] && <span className="block">{derived.conditions[id]}</span>}
          </>
        }
        buttons={
          <p
            className={`flex flex-wrap items-baseline gap-x-3 ${dragged !== null && dragged !== id ? 'outline-2 outline-dashed outline-accent' : ''}`}
            onDragOver={(event) => event.preventDefault()}
            onDrop={drop}
          >
            <DragHandle id={id} drag={drag} />
            <LineButton command={COMMANDS.up(id)} about={name} label="Up" />
            <LineButton command={COMMANDS.down(id)} about={name} label="Down" />
            <LineButton command={COMMANDS.duplicate(id)} about={name} label="Duplicate" />
            <LineButton command={COMMANDS.remove(id)} about={name} label="Remove" />
          </p>
        }
      >
        <QuestionFields at={at} />
      </Part>
    </>
  );
}

/** For the mouse alone: the buttons beside it do the same by keyboard. */
function DragHandle({ id, drag }: { id: string; drag: (id: string | null) => void }) {
  return (
    <span
      draggable
      aria-hidden="true"
      title="Drag to another question’s buttons"
      className="cursor-grab px-1 text-muted select-none"
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        drag(id);
      }}
      onDragEnd={() => drag(null)}
    >
      ⠿
    </span>
  );
}

const LineButton = ({ command, about, label }: { command: string; about: string; label: string }) => (
  <CommandButton variant="quiet" className="min-h-8! px-0! text-sm" command={command} about={about}>
    {label}
  </CommandButton>
);
