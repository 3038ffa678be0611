'use server';

import { deskAction, fieldsOf } from '@/app/server/action';
import { addCriterionSet, editCriterionSet } from '@/lib/agreements/criteria';
import { criterionSetTexts, newCriterionSet } from '@/lib/agreements/criteria-schema';
import { readSet } from './set-form-data';

const read = (form: FormData) => readSet(fieldsOf(form));

export const add = deskAction({
  may: 'criterion.manage',
  schema: newCriterionSet,
  read,
  run: (set, editor) => addCriterionSet({ editor, set }),
});

export const edit = deskAction({
  may: 'criterion.manage',
  schema: criterionSetTexts,
  read,
  run: (set, editor) => editCriterionSet({ editor, set }),
});
