'use client';

import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import type { ActionState, FormAction } from '@/app/ui/action-state';
import { useSending } from '@/app/ui/use-sending';
import { Button } from '@/app/ui/button';
import { useTitlePrefix } from '@/app/ui/use-title-prefix';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import type { Derived } from '@/lib/calls/questionnaire/derived';
import type { SavedDraft } from '@/lib/calls/questionnaire/drafts';
import { COMMANDS, edit, setAt } from '@/lib/calls/questionnaire/editing';
import type { Addition } from '@/lib/calls/questionnaire/editing';
import { editedByForm, editorForm, readEditorForm } from '@/lib/calls/questionnaire/editor-schema';
import { readTyped } from '@/lib/calls/questionnaire/typed-questionnaire';
import type { TypedQuestionnaire } from '@/lib/calls/questionnaire/typed-questionnaire';
import { Additions } from './additions';
import { EditorProvider } from './editor-context';
import { Outline } from './outline';
import { SavingState } from './saving-state';
import { useStepFocus } from './use-focus';
import { useDraftSaving } from './use-draft-saving';
import type { StoredDraft } from './use-draft-saving';

type EditorProps = {
  slug: string;
  stored: StoredDraft;
  derived: Derived;
  published: readonly string[];
  /** The part that the address names. */
  open: string;
  action: FormAction<SavedDraft>;
  /** The form as contributors would see it: the step of the open part. */
  preview: ReactNode;
};

/**
 * The questionnaire of a call for editing. The form holds all of it, so that every button also works without a script;
 * with one, the page changes at once and is saved in the pauses.
 */
export function Editor({ slug, stored, derived, published, open, action, preview }: EditorProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const sending = useSending(action);
  const [begun] = useState(() => afterRefusal(sending.state, stored));
  const [typed, setTyped] = useState(begun.typed);
  const [part, setPart] = useState(open);
  const [said, setSaid] = useState('');
  const focus = useStepFocus(part, typed);
  const saving = useDraftSaving({ sending, form, typed, stored: begun });
  useTitlePrefix(saving.failure && 'Error: ');

  const show = (id: string) => {
    setPart(id);
    router.replace(editorPath(slug, id), { scroll: false });
  };
  const runWith = (command: string, addition: Addition) => {
    const edited = edit(typed, command, addition);
    focus.remember();
    setTyped(edited.typed);
    setSaid(stepSaid(command, edited.typed));
    if (edited.open === undefined) return;
    show(edited.open);
    // Opening a line leaves the focus on it.
    const at = edited.typed.questions.findIndex(({ id }) => id === edited.open);
    if (edited.typed !== typed && edited.typed.questions.length > typed.questions.length) focus.focusQuestion(at);
  };
  const change = (path: string, value: string | boolean) => {
    const changed = setAt(typed, path, value);
    // Another kind has other settings, and another section another place.
    setTyped(/\.(kind|section)$/.test(path) ? readTyped(changed) : changed);
  };
  const fixed = useMemo(() => new Set(published), [published]);

  return (
    <EditorProvider
      value={{
        typed,
        part,
        derived,
        published: fixed,
        change,
        run: (command) => runWith(command, { kind: 'text', section: '' }),
      }}
    >
      <div className="gap-x-12 xl:grid xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <form
          ref={form}
          action={sending.posted}
          noValidate
          onBlur={() => saving.state === 'unsaved' && !saving.failure && saving.saveNow()}
          onSubmit={(event) => {
            event.preventDefault();
            saving.saveNow();
          }}
        >
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="version" value={saving.version} />
          <input type="hidden" name="content" value={JSON.stringify(typed)} />
          <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-4 border-b border-rule bg-paper py-2">
            {/* The first button: Return in a field saves. */}
            <Button type="submit" variant="secondary">
              Save
            </Button>
            <SavingState saving={saving} slug={slug} part={part} />
          </div>
          <p role="status" className="sr-only">
            {said}
          </p>
          <Outline />
          <Additions add={(addition) => runWith(COMMANDS.add(), addition)} />
        </form>
        <aside
          aria-label="Preview"
          className="mt-12 min-w-0 xl:sticky xl:top-4 xl:mt-0 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto"
        >
          {preview}
        </aside>
      </div>
    </EditorProvider>
  );
}

/** What a step has done, for those who do not see it: where a moved question stands, and that a row is gone or back. */
function stepSaid(command: string, { questions }: TypedQuestionnaire): string {
  const [verb, id] = command.split(':');
  if (verb === 'remove-row') return 'Removed. It can be brought back below the list.';
  if (verb === 'restore-row') return 'It is back in the list.';
  const at = questions.findIndex((question) => question.id === id);
  const isMove = verb === 'up' || verb === 'down' || verb === 'before';
  return isMove && at >= 0 ? `Now question ${at + 1} of ${questions.length}.` : '';
}

/** What the page begins with: where a form was posted without a script and refused, all that was typed in it. */
function afterRefusal({ result, typed }: ActionState<SavedDraft>, stored: StoredDraft): StoredDraft {
  if (result?.ok !== false) return stored;
  const form = editorForm.safeParse(readEditorForm(typed));
  return form.success ? { ...stored, typed: editedByForm(form.data).typed, version: form.data.version } : stored;
}
