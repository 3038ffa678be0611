import { draftFileOf, portableOf } from '@/lib/calls/questionnaire/portable';
import { sendDraft } from '@/app/desk/calls/[call]/questionnaire/files/draft-file';

/** The draft of a questionnaire as a file that can be imported; an incomplete one is marked as a draft. */
export const GET = (_request: Request, context: { params: Promise<{ call: string }> }) =>
  sendDraft(context, (content, { typed }) =>
    Promise.resolve({
      body: `${JSON.stringify(content ? portableOf(content) : draftFileOf(typed), null, 2)}\n`,
      type: 'application/json',
      ending: content ? '.json' : '-draft.json',
    }),
  );
