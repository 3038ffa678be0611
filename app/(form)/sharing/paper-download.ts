import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { openForm, openReading } from '@/app/(form)/server/form';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import type { Audience } from '@/lib/contributions/documents/content';
import { paperAsPdf } from '@/lib/contributions/documents/pdf/file';
import { WORD_TYPE, wordFile } from '@/lib/contributions/documents/word/file';
import type { Locale } from '@/lib/platform/i18n/routing';
import { PDF_TYPE, PdfError } from '@/lib/platform/pdf/pdf-file';
import type { Paper } from '@/lib/questions/paper';
import { paperOf } from './paper-of';
import { versionPaper } from './version-paper';

type Context = { params: Promise<{ locale: string; call: string }> };

/** The contribution as a Word file, for the holder of the link that this endpoint requires. No cache stores it. */
export const wordDownload = (audience: Audience) => paperDownload(audience, wordResponse);

/** The same as a PDF file. */
export const pdfDownload = (audience: Audience) => paperDownload(audience, pdfResponse);

type VersionContext = { params: Promise<{ locale: string; call: string; version: string }> };

/** One version of what was sent as a Word file, for those who work on the contribution. No cache stores it. */
export const wordOfVersion = versionDownload(wordResponse);

/** The same as a PDF file. */
export const pdfOfVersion = versionDownload(pdfResponse);

function versionDownload(respond: (paper: Paper) => Promise<Response>) {
  return async (_request: Request, { params }: VersionContext): Promise<Response> => {
    const locale = await localeOf(params);
    const { call, version } = await params;
    return answerOrWords(locale, async () => {
      const paper = await versionPaper({ locale, call, version });
      return paper && respond(paper);
    });
  };
}

function paperDownload(audience: Audience, respond: (paper: Paper) => Promise<Response>) {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    const locale = await localeOf(params);
    const { call } = await params;
    return answerOrWords(locale, async () => {
      const open = await (audience === 'author' ? openForm(locale, call) : openReading(locale, call));
      return open && respond(await paperOf(open, audience));
    });
  };
}

/** A file, or a page that says why there is none. */
export async function answerOrWords(locale: Locale, answer: () => Promise<Response | null>): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'sharing' });
  try {
    return (
      (await answer()) ?? (await plainPage({ locale, status: 404, title: t('noDraft.title'), body: t('noDraft.body') }))
    );
  } catch (error) {
    failureOf(error);
    const which = error instanceof PdfError ? 'pdf.failed' : 'link.unavailable';
    return plainPage({ locale, status: 503, title: t(`${which}.title`), body: t(`${which}.body`) });
  }
}

/** A paper as a Word file that no cache stores. */
export async function wordResponse(paper: Paper): Promise<Response> {
  return fileResponse(await wordFile(paper), { type: WORD_TYPE, name: `${paper.fileName}.docx` });
}

/** A paper as a PDF file that no cache stores. Throws PdfError. */
async function pdfResponse(paper: Paper): Promise<Response> {
  return fileResponse(await paperAsPdf(paper, new Date()), { type: PDF_TYPE, name: `${paper.fileName}.pdf` });
}

const fileResponse = (file: Uint8Array<ArrayBuffer>, { type, name }: { type: string; name: string }) =>
  new Response(file, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      ...UNSEEN,
      'Cache-Control': 'private, no-store',
    },
  });
