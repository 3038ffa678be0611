'use client';

import { useTranslations } from 'next-intl';
import { get, useWatch } from 'react-hook-form';
import { Section } from '@/app/ui/section';
import { AuthorPreview } from '@/app/(form)/display/author-preview';
import { EditorVisibility } from '@/app/(form)/display/editor-visibility';
import { readValues } from '@/lib/contributions/drafts/values';
import type { SectionValues } from '@/lib/contributions/drafts/values';
import { useStepWords } from './step-context';
import { useHydrated } from './use-hydrated';

/** What becomes public, as it stands in the fields; without a script, as it was saved. */
export function PublicPreview() {
  const t = useTranslations('finding.about');
  const hydrated = useHydrated();
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="text-xl">
        {t('preview')}
      </h2>
      <p className="mt-1 mb-4 text-sm text-muted">
        {t('previewHint')} {hydrated ? t('previewLive') : t('previewSaved')}
      </p>
      <AuthorPreview about={useAboutNow()} />
    </section>
  );
}

/** What editors see of it, and how to come back. */
export function AboutNotes() {
  const t = useTranslations('finding.about');
  const about = useAboutNow();
  return (
    <div>
      <Section id="editors" title={t('editors')} layout="above">
        <div className="max-w-measure">
          <EditorVisibility about={about} />
        </div>
      </Section>
      <Section id="back" title={t('back')} layout="above">
        <p className="max-w-measure">{t('backBody')}</p>
      </Section>
    </div>
  );
}

const WATCHED = [
  'attribution',
  'name',
  'affiliation',
  'email',
  'country',
  'stakeholderGroup',
  'show.affiliation',
  'show.country',
] as const;

/** The fields as they are now; what no script has read yet is as the page was made. */
function useAboutNow(): SectionValues<'about'> {
  const { values } = useStepWords();
  const now: unknown[] = useWatch({ name: [...WATCHED] });
  const read = (name: (typeof WATCHED)[number]): unknown => now[WATCHED.indexOf(name)] ?? get(values, name);
  const [attribution, name, affiliation, email, country, stakeholderGroup] = WATCHED.map(read);
  const show = { affiliation: read('show.affiliation'), country: read('show.country') };
  return readValues('about', { attribution, name, affiliation, email, country, stakeholderGroup, show });
}
