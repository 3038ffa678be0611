import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { CheckedFiles } from '@/app/(site)/frame/checked-files';
import type { PublicRelease } from '@/lib/publication/schema';

export function FilesSection({ release: { slug, files } }: { release: PublicRelease }) {
  const t = useTranslations('releases.page');
  return (
    <Section id="files" title={t('files')} aside={t('filesAside')}>
      <CheckedFiles
        id="release-files"
        caption={t('filesCaption', { slug })}
        files={files.map((file) => ({ ...file, href: file.url }))}
      />
    </Section>
  );
}
