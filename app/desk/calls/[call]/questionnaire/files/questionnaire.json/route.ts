import { portableOf } from '@/lib/calls/questionnaire/portable';
import { sendDraft } from '@/app/desk/calls/[call]/questionnaire/files/draft-file';

/** The draft of a questionnaire as a file that can be imported. */
export const GET = (_request: Request, context: { params: Promise<{ call: string }> }) =>
  sendDraft(context, (content) =>
    Promise.resolve({
      body: `${JSON.stringify(portableOf(content), null, 2)}\n`,
      type: 'application/json',
      ending: 'json',
    }),
  );
