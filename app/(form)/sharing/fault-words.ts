import { getTranslations } from 'next-intl/server';
import { fieldLabel } from '@/app/(form)/form/field-labels';
import { sentenceOf } from '@/app/(form)/form/sentences';
import { questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import { proposalTitles } from '@/app/(form)/server/listed-proposals';
import { namesOf } from '@/app/(form)/server/names';
import { readValues } from '@/lib/contributions/drafts/values';

/** The faults that block a submission, in sentences, by step. */
export async function faultWords(open: OpenForm): Promise<Map<string, string[]>> {
  const [words, check, sentences] = [
    await getTranslations(),
    await getTranslations('contribute.check'),
    await getTranslations('errors'),
  ];
  const [names, titleOf] = [await namesOf(open.dataset), await proposalTitles(open)];
  const said = new Map<string, string[]>();
  for (const { step, position, name, message } of open.issues) {
    const part =
      position === undefined ? undefined : open.parts.find((one) => one.step === step && one.position === position);
    const where = [
      part && titleOf(readValues('proposal', part.data)),
      name === 'cells' || name === '' ? undefined : fieldLabel(words, names, name, questionOf(open, step)),
    ]
      .filter(Boolean)
      .join(', ');
    const sentence = sentenceOf(sentences, message);
    said.set(step, [...(said.get(step) ?? []), where ? check('at', { step: where, message: sentence }) : sentence]);
  }
  return said;
}
