'use server';

import { deskAction, fieldsOf } from '@/app/server/action';
import { publicationInput } from '@/lib/calls/questionnaire/publication-schema';
import { publishQuestionnaire } from '@/lib/calls/questionnaire/publishing';

const MEANING = /^meanings\.(.+)$/;

export const publish = deskAction({
  may: 'call.manage',
  schema: publicationInput,
  read: (form) => {
    const { slug, version, reason, ...typed } = fieldsOf(form);
    const meanings = Object.fromEntries(
      Object.entries(typed).flatMap(([name, meaning]) => {
        const key = MEANING.exec(name)?.[1];
        return key === undefined ? [] : [[key, meaning] as const];
      }),
    );
    return { slug, version, reason, meanings };
  },
  run: (publication, editor) => publishQuestionnaire({ editor, publication }),
});
