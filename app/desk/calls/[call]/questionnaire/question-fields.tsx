'use client';

import { settingFieldsOf } from '@/lib/calls/questionnaire/setting-fields';
import { kindName, NAMED_KINDS } from '@/app/desk/words/question-kinds';
import { Fieldset } from '@/app/ui/fieldset';
import { ConditionFields } from './condition-fields';
import { useEditor } from './editor-context';
import { SettingInputs } from './setting-inputs';
import { TypedLine, TypedSelect, TypedText, TypedTick } from './typed-inputs';

/** All fields of one question. */
export function QuestionFields({ at }: { at: number }) {
  const { typed } = useEditor();
  const question = typed.questions[at];
  if (!question) return null;
  const path = `questions.${at}`;
  return (
    <div className="space-y-6 pt-2 pb-8">
      <TypedText path={`${path}.title`} label="Question" rows={2} />
      <TypedLine
        path={`${path}.shortTitle`}
        label="Short title"
        hint="Names the question in lists and menus: 60 characters at most. Left empty, a short question is its own short title."
      />
      <KindField at={at} path={path} />
      <SettingInputs fields={settingFieldsOf(question.kind)} path={`${path}.settings`} />
      <TypedText path={`${path}.help`} label="Help" mark="optional" rows={3} />
      <TypedText path={`${path}.example`} label="Example of an answer" mark="optional" rows={2} />
      <TypedTick
        path={`${path}.required`}
        label="A contribution can’t be sent without an answer"
        hint="Ask only for what the forum can’t do without: most questions of most calls are optional."
      />
      <ConditionFields at={at} path={`${path}.askedIf`} />
      <PlaceFields path={path} at={at} />
      <WordingFields path={path} />
    </div>
  );
}

function KindField({ at, path }: { at: number; path: string }) {
  const { typed, published } = useEditor();
  const question = typed.questions[at];
  if (!question) return null;
  if (published.has(question.id))
    return (
      <div>
        <p className="font-semibold">Kind of answer: {kindName(question.kind)}</p>
        <p className="text-sm text-muted">
          It stays since its publication. Another kind is another question: add one, with a key of its own.
        </p>
      </div>
    );
  return (
    <TypedSelect path={`${path}.kind`} label="Kind of answer">
      {NAMED_KINDS.map(({ kind, name }) => (
        <option key={kind} value={kind}>
          {name}
        </option>
      ))}
    </TypedSelect>
  );
}

/** Where a question stands and how it is called: key, number, section, limits. */
function PlaceFields({ path, at }: { path: string; at: number }) {
  const { typed, published, derived } = useEditor();
  const question = typed.questions[at];
  if (!question) return null;
  const key = derived.keys.questions[question.id] ?? '';
  return (
    <Fieldset id={`place-${question.id}`} legend="Key, number and limits">
      <div className="space-y-4">
        {published.has(question.id) ? (
          <p>
            Key: <code>{question.id}</code>
            <span className="block text-sm text-muted">
              It stays since its publication, and means the same in every year. Another meaning is another key.
            </span>
          </p>
        ) : (
          <TypedLine
            path={`${path}.key`}
            label="Key"
            mark="made of the title if left empty"
            hint="Names the question in files and in other years. It stays once it is published. Use the key of an earlier call only for a question that means the same."
            placeholder={key}
            width="medium"
          />
        )}
        <div className="flex flex-wrap gap-4">
          <TypedLine
            path={`${path}.number`}
            label="Number"
            mark="counted if left empty"
            hint="As readers see it, such as 2b."
            width="short"
          />
          {typed.sections.length > 0 && (
            <TypedSelect path={`${path}.section`} label="Section">
              <option value="">Before all sections</option>
              {typed.sections.map(({ id, title }, index) => (
                <option key={id} value={id}>
                  {title.trim() || `Section ${index + 1}`}
                </option>
              ))}
            </TypedSelect>
          )}
        </div>
        <div className="flex flex-wrap gap-4">
          <TypedLine path={`${path}.maxWords`} label="Words at most" mark="optional" width="short" />
          <TypedLine path={`${path}.maxLength`} label="Characters at most" mark="20000 if left empty" width="short" />
        </div>
      </div>
    </Fieldset>
  );
}

/** The same question in other words, for each audience. */
function WordingFields({ path }: { path: string }) {
  const { typed } = useEditor();
  return typed.audiences.map(({ id, label }, index) => (
    <Fieldset
      key={id}
      id={`${path}-wording-${index}`}
      legend={`Wording for “${label.trim() || `Audience ${index + 1}`}”`}
      hint="Left empty, this audience reads the words above."
    >
      <div className="space-y-4">
        <TypedText path={`${path}.wordings.${id}.title`} label="Question" rows={2} />
        <TypedText path={`${path}.wordings.${id}.help`} label="Help" rows={2} />
      </div>
    </Fieldset>
  ));
}
