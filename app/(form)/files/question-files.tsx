import { getTranslations } from 'next-intl/server';
import { FileList } from '@/app/ui/file-list';
import type { AttachedFile } from '@/lib/contributions/files/files';
import type { Locale } from '@/lib/platform/i18n/routing';
import { listedFile } from './listed';
import { filePaths } from './paths';

type QuestionFilesProps = { place: { locale: Locale; call: string; step: string }; files: readonly AttachedFile[] };

/** The files that go, or went, with an answer, wherever its author reads it again. */
export async function QuestionFiles({ place: { locale, call, step }, files }: QuestionFilesProps) {
  const own = files.filter(({ questionKey }) => questionKey === step);
  if (own.length === 0) return null;
  const t = await getTranslations('attachments');
  const address = filePaths(locale, call, step).files;
  return (
    <div>
      <h3 className="eyebrow mb-2 font-sans">{t('list')}</h3>
      <FileList files={own.map((file) => listedFile(address, file, t('form.active')))} locale={locale} />
    </div>
  );
}
