import { listCodedAgreements, listCriteria, readDescriptions } from '@/lib/agreements/cells';
import type { BlankCallInput } from '@/lib/contributions/documents/blank-call';
import { readPublicCall } from '@/lib/publication/calls';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Question } from '@/lib/questions/registry';

/** What the empty Word form of the call of 2020 is made of; with `questions`, it asks these. */
export async function blankForm(questions?: readonly Question[]): Promise<BlankCallInput> {
  const call = await readPublicCall('2020', 'en');
  if (!call) throw new Error('no call');
  const { version, content } = call.questionnaire;
  return {
    locale: 'en',
    call: {
      ...call,
      questionnaire: { version, content: questions ? { ...content, questions: [...questions] } : content },
    },
    agreements: await listCodedAgreements(),
    sets: await listCriteria(),
    descriptions: await readDescriptions(),
    addresses: { form: 'https://forum.example/form', agreements: 'https://forum.example/agreements' },
    words: wordsIn('en'),
  };
}
