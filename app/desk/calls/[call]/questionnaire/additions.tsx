'use client';

import { useState } from 'react';
import { COMMANDS } from '@/lib/calls/questionnaire/editing';
import type { Addition } from '@/lib/calls/questionnaire/editing';
import { NAMED_KINDS } from '@/app/desk/words/question-kinds';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { CommandButton } from './command-button';
import { useEditor } from './editor-context';

/** Adds a question of a kind at the end of a section, and brings removed questions back. */
export function Additions({ add }: { add: (addition: Addition) => void }) {
  const { typed } = useEditor();
  const [addition, setAddition] = useState<Addition>({ kind: 'text', section: '' });
  return (
    <div className="space-y-6 pt-6">
      <div className="flex flex-wrap items-end gap-4">
        <Select
          id="addKind"
          name="addKind"
          label="New question"
          value={addition.kind}
          onChange={(event) => setAddition({ ...addition, kind: event.target.value })}
        >
          {NAMED_KINDS.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
        {typed.sections.length > 0 && (
          <Select
            id="addSection"
            name="addSection"
            label="In section"
            value={addition.section}
            onChange={(event) => setAddition({ ...addition, section: event.target.value })}
          >
            <option value="">Before all sections</option>
            {typed.sections.map(({ id, title }, at) => (
              <option key={id} value={id}>
                {title.trim() || `Section ${at + 1}`}
              </option>
            ))}
          </Select>
        )}
        <Button
          type="submit"
          name="command"
          value={COMMANDS.add()}
          variant="secondary"
          onClick={(event) => {
            event.preventDefault();
            add(addition);
          }}
        >
          Add a question
        </Button>
      </div>
      {typed.removed.length > 0 && (
        <section aria-labelledby="removed">
          <h2 id="removed" className="text-xl">
            Removed
          </h2>
          <ul>
            {typed.removed.map((question) => {
              const name = question.shortTitle.trim() || question.title.trim() || 'Untitled question';
              return (
                <li key={question.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule">
                  <span dir="auto">{name}</span>
                  <CommandButton variant="quiet" command={COMMANDS.restore(question.id)} about={name}>
                    Bring back
                  </CommandButton>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
