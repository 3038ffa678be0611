import { addFile } from '@/lib/contributions/files/files';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Reason } from '@/lib/platform/errors';
import { pictureField } from './choice-names';
import type { ReceivedReading } from './read-received';

type KeepInput = {
  contributionId: string;
  reading: Pick<ReceivedReading, 'pictures'> & { questionnaire: Pick<Questionnaire, 'questions'> };
  chosen: (field: string) => string;
};

/**
 * Adds the pictures that were chosen to the files of their questions. Returns those that were refused, with the reasons
 * of `addFile`: they are still in the original.
 */
export async function keepPictures({
  contributionId,
  reading: { pictures, questionnaire },
  chosen,
}: KeepInput): Promise<{ name: string; reason: Reason }[]> {
  const refused = [];
  for (const [at, { name, bytes }] of pictures.entries()) {
    const questionKey = chosen(pictureField(at));
    if (!questionnaire.questions.some(({ key }) => key === questionKey)) continue;
    const added = await addFile({ contributionId, questionKey, name, bytes });
    if (!added.ok) refused.push({ name, reason: added.reason });
  }
  return refused;
}
