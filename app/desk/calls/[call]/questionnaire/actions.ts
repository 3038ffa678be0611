'use server';

import { redirect } from 'next/navigation';
import { deskAction, fieldsOf } from '@/app/server/action';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { saveQuestionnaireDraft } from '@/lib/calls/questionnaire/drafts';
import { editedByForm, editorForm, readEditorForm } from '@/lib/calls/questionnaire/editor-schema';

/** Saves the draft after the step of the pressed button. A script carries out the step itself and names none. */
export const save = deskAction({
  may: 'call.manage',
  schema: editorForm,
  read: (form) => readEditorForm(fieldsOf(form)),
  run: async (form, editor) => {
    const { typed, open } = editedByForm(form);
    const saved = await saveQuestionnaireDraft({ editor, slug: form.slug, typed, version: form.version });
    if (saved.ok && open !== undefined) redirect(editorPath(form.slug, open));
    return saved;
  },
});
