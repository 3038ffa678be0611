import { notFound } from 'next/navigation';
import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { readPreview } from '@/lib/calls/calls';
import type { Questionnaire } from '@/lib/calls/schema';
import { stepsOf } from '@/lib/contributions/drafts/steps';
import type { OpenForm } from './form';

/** No contribution has this id. */
const NO_CONTRIBUTION = '00000000-0000-0000-0000-000000000000';

/** The form of a questionnaire without a contribution: its fields can be tried, and nothing is stored. */
export async function unstoredForm(slug: string, questionnaire: Questionnaire): Promise<OpenForm> {
  const [call, agreements, sets] = await Promise.all([
    readPreview({ slug }, 'en'),
    listAgreementNames(),
    listCriteria(),
  ]);
  if (!call) notFound();
  const asked = new Set(questionnaire.questions.map(({ key }) => key));
  const form: Omit<OpenForm, 'held'> = {
    locale: 'en',
    call: { ...call, questionnaire: { id: NO_CONTRIBUTION, version: 0, content: questionnaire } },
    draft: {
      id: NO_CONTRIBUTION,
      callSlug: slug,
      status: 'draft',
      revision: 0,
      showsContacts: false,
      editorsOnly: false,
      audience: null,
      questionnaireId: NO_CONTRIBUTION,
      questionnaire,
      sections: new Map(),
    },
    correcting: false,
    closed: false,
    steps: stepsOf(questionnaire, asked),
    asked,
    parts: [],
    sending: [],
    issues: [],
    files: [],
    dataset: { agreements, sets },
  };
  return { ...form, held: { id: NO_CONTRIBUTION } as OpenForm['held'] }; // fields ask for its id alone
}
