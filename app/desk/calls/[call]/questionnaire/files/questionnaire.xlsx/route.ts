import { xlsFormFile, xlsFormOf } from '@/lib/calls/questionnaire/xlsform';
import { sendDraft } from '@/app/desk/calls/[call]/questionnaire/files/draft-file';

/** The draft of a questionnaire as an XLSForm, once it is complete. */
export const GET = (_request: Request, context: { params: Promise<{ call: string }> }) =>
  sendDraft(
    context,
    async (content, { call, version }) =>
      content && {
        body: await xlsFormFile(xlsFormOf(content, { ...call, version })),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ending: '.xlsx',
      },
  );
