import { z } from 'zod';
import type { FilesOf } from '@/lib/notifications/delivery';
import { PDF_TYPE } from '@/lib/platform/pdf/pdf-file';
import { paperAsPdf } from './pdf/file';
import { readSentPaper } from './sent-paper';

const receipt = z.object({ revision: z.number().int() });

/** With a receipt goes what was sent with that revision, as a PDF file. It holds no contact details. */
export const receiptFiles: FilesOf = async ({ kind, payload, contributionId, locale }) => {
  if (kind !== 'contribution-received' || contributionId === null) return [];
  try {
    const { revision: number } = receipt.parse(payload);
    const paper = await readSentPaper({ contributionId, number, locale, audience: 'author' });
    if (!paper) return [];
    const content = Buffer.from(await paperAsPdf(paper, new Date()));
    return [{ filename: `${paper.fileName}.pdf`, content, contentType: PDF_TYPE }];
  } catch (error) {
    console.error(error);
    return [];
  }
};
