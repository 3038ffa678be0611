import { getTranslations } from 'next-intl/server';
import { failureOf } from '@/app/server/failure';
import { openForm, openReading } from '@/app/(form)/server/form';
import { plainPage, UNSEEN } from '@/app/(form)/server/plain-page';
import { localeOf } from '@/app/(site)/frame/locale';
import type { Audience } from '@/lib/contributions/documents/content';
import { WORD_TYPE, wordFile } from '@/lib/contributions/documents/word/file';
import type { Paper } from '@/lib/questions/paper';
import { paperOf } from './paper-of';

type Context = { params: Promise<{ locale: string; call: string }> };

/** The contribution as a Word file, for the holder of the link that this endpoint requires. No cache stores it. */
export function wordDownload(audience: Audience) {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    const locale = await localeOf(params);
    const { call } = await params;
    const t = await getTranslations({ locale, namespace: 'sharing' });
    try {
      const open = await (audience === 'author' ? openForm(locale, call) : openReading(locale, call));
      if (!open) return await plainPage({ locale, status: 404, title: t('noDraft.title'), body: t('noDraft.body') });
      const paper = await paperOf(open, audience);
      return await wordResponse(paper);
    } catch (error) {
      failureOf(error);
      return plainPage({ locale, status: 503, title: t('link.unavailable.title'), body: t('link.unavailable.body') });
    }
  };
}

/** A paper as a Word file that no cache stores. */
export async function wordResponse(paper: Paper): Promise<Response> {
  return new Response(await wordFile(paper), {
    headers: {
      'Content-Type': WORD_TYPE,
      'Content-Disposition': `attachment; filename="${paper.fileName}.docx"`,
      ...UNSEEN,
      'Cache-Control': 'private, no-store',
    },
  });
}
