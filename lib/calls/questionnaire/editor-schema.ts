import { z } from 'zod';
import { edit, setAt } from './editing';
import type { Edited } from './editing';
import { readTyped } from './typed-questionnaire';
import type { TypedQuestionnaire } from './typed-questionnaire';

/** The name of the field for the text, tick or list at a path of the typed questionnaire. */
export const fieldName = (path: string) => `at.${path}`;
const FIELD = /^at\.(.+)$/;

/** The typed questionnaire as JSON, in one field. */
const json = z.string().transform((text, context) => {
  try {
    return readTyped(JSON.parse(text));
  } catch {
    context.issues.push({ code: 'custom', message: 'malformed', input: text });
    return z.NEVER;
  }
});

/** The form of the editor: the whole questionnaire, the fields of its open part, and the pressed button. */
export const editorForm = z.strictObject({
  slug: z.string(),
  version: z.coerce.number().int().min(0),
  content: json,
  command: z.string().max(300).default(''),
  addition: z.strictObject({ kind: z.string().max(60).default('text'), section: z.string().max(60).default('') }),
  fields: z.record(z.string(), z.string()),
});
export type EditorForm = z.infer<typeof editorForm>;

/** Sorts the form's fields for the schema. */
export function readEditorForm({
  slug,
  version,
  content,
  command,
  addKind,
  addSection,
  ...fields
}: Record<string, string>) {
  return {
    slug,
    version,
    content,
    command,
    addition: { kind: addKind, section: addSection },
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([name, text]) => {
        const path = FIELD.exec(name)?.[1];
        return path === undefined ? [] : [[path, text] as const];
      }),
    ),
  };
}

/** The questionnaire with what is typed in the fields of its open part. */
const withFields = ({ content, fields }: Pick<EditorForm, 'content' | 'fields'>): TypedQuestionnaire =>
  readTyped(Object.entries(fields).reduce((typed, [path, text]) => setAt(typed, path, text), content));

/** The questionnaire that the form describes after the step of the pressed button. */
export const editedByForm = (form: EditorForm): Edited => edit(withFields(form), form.command, form.addition);
