'use client';

import { createContext, use } from 'react';
import type { MouseEvent } from 'react';
import { fieldName } from '@/lib/calls/questionnaire/editor-schema';
import { valueAt } from '@/lib/calls/questionnaire/editing';
import type { Derived } from '@/lib/calls/questionnaire/derived';
import type { TypedQuestionnaire } from '@/lib/calls/questionnaire/typed-questionnaire';

export type EditorState = {
  typed: TypedQuestionnaire;
  /** The part that is open for editing: the id of a question, `groups` or `about`. */
  part: string;
  derived: Derived;
  /** The keys of published questions, whose key and kind stay. */
  published: ReadonlySet<string>;
  /** Puts a text or a tick at a path of the questionnaire. */
  change: (path: string, value: string | boolean) => void;
  /** Carries out the step of a button. */
  run: (command: string) => void;
};

const Context = createContext<EditorState | null>(null);
export const EditorProvider = Context.Provider;

export function useEditor(): EditorState {
  const state = use(Context);
  if (state === null) throw new Error('A part of the editor is outside of it');
  return state;
}

/** The id of the control for a path, also as the target of a link. */
export const controlId = (path: string) => path.replaceAll('.', '-');

/** The props of a text field: its content, its fault, and what to do when it changes. */
export function useTextField(path: string) {
  const { typed, change, derived } = useEditor();
  const value = valueAt(typed, path);
  return {
    id: controlId(path),
    name: fieldName(path),
    value: typeof value === 'string' ? value : '',
    error: derived.faults.find((fault) => fault.path === path)?.detail,
    onChange: (event: { target: { value: string } }) => change(path, event.target.value),
  };
}

/** The props of a button whose step also works without a script, by posting the form. */
export function useCommand(command: string) {
  const { run } = useEditor();
  return {
    type: 'submit' as const,
    name: 'command',
    value: command,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      run(command);
    },
  };
}
