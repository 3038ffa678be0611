'use client';

import { COMMANDS, sectionBefore } from '@/lib/calls/questionnaire/editing';
import { Fieldset } from '@/app/ui/fieldset';
import { CommandButton } from './command-button';
import { useEditor } from './editor-context';
import { RemovedRows, RowButtons } from './setting-inputs';
import { TypedLine, TypedText } from './typed-inputs';

/** Sections of the form, and audiences that read other words. */
export function GroupFields() {
  const { typed, derived } = useEditor();
  return (
    <div className="space-y-8 pt-2 pb-8">
      <Fieldset
        id="sections"
        legend="Sections"
        hint="Headings between questions. Without sections the questions are one list."
      >
        <ol className="space-y-5">
          {typed.sections.map(({ id }, at) => (
            <li key={id} className="space-y-4 border-s-2 border-rule ps-4">
              <TypedLine path={`sections.${at}.title`} label={`Title of section ${at + 1}`} />
              <TypedText path={`sections.${at}.help`} label={`Help of section ${at + 1}`} mark="optional" rows={2} />
              <TypedLine
                path={`sections.${at}.key`}
                label={`Key of section ${at + 1}`}
                mark="made of the title if left empty"
                placeholder={derived.keys.sections[id]}
                width="medium"
              />
              <RowButtons path="sections" at={at} count={typed.sections.length} what={`section ${at + 1}`} />
              <WhereQuestionsGo at={at} />
            </li>
          ))}
        </ol>
        <RemovedRows path="sections" />
        <p className="mt-3">
          <CommandButton command={COMMANDS.addRow('sections')}>Add a section</CommandButton>
        </p>
      </Fieldset>
      <Fieldset
        id="audiences"
        legend="Audiences"
        hint="Groups of contributors who read a question in other words. They choose their group when they begin."
      >
        <ol className="space-y-5">
          {typed.audiences.map(({ id }, at) => (
            <li key={id} className="space-y-4 border-s-2 border-rule ps-4">
              <TypedLine path={`audiences.${at}.label`} label={`Name of audience ${at + 1}`} />
              <TypedLine
                path={`audiences.${at}.key`}
                label={`Key of audience ${at + 1}`}
                mark="made of the name if left empty"
                placeholder={derived.keys.audiences[id]}
                width="medium"
              />
              <RowButtons path="audiences" at={at} count={typed.audiences.length} what={`audience ${at + 1}`} />
            </li>
          ))}
        </ol>
        <RemovedRows path="audiences" />
        <p className="mt-3">
          <CommandButton command={COMMANDS.addRow('audiences')}>Add an audience</CommandButton>
        </p>
      </Fieldset>
    </div>
  );
}

/** What becomes of the questions of a section that is removed. */
function WhereQuestionsGo({ at }: { at: number }) {
  const { typed } = useEditor();
  const count = typed.questions.filter(({ section }) => section === typed.sections[at]?.id).length;
  if (count === 0) return null;
  const before = sectionBefore(typed, at);
  const title = before && (before.title.trim() || `section ${at}`);
  const questions = count === 1 ? 'its question stays' : `its ${count} questions stay`;
  return (
    <p className="text-sm text-muted">
      If it is removed, {questions} at the same place:{' '}
      {title === undefined ? 'before all sections' : `at the end of “${title}”`}.
    </p>
  );
}

/** The texts of the last step, in which contributors say who they are. */
export function AboutFields() {
  return (
    <div className="space-y-6 pt-2 pb-8">
      <TypedLine path="about.title" label="Title" />
      <TypedText
        path="about.help"
        label="Text"
        hint="What is asked about the contributor, and what is published. Contributors consent to it when they send."
        rows={4}
      />
    </div>
  );
}
