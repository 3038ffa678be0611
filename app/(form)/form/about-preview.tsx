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

/** A preview of what becomes public: of the text in the fields, or without a script of the saved text. */
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

/** The present values of the fields; until the script has read a field, the value that the page was rendered with. */
function useAboutNow(): SectionValues<'about'> {
  const { values } = useStepWords();
  const now: unknown[] = useWatch({ name: [...WATCHED] });
  const read = (name: (typeof WATCHED)[number]): unknown => now[WATCHED.indexOf(name)] ?? get(values, name);
  const [attribution, name, affiliation, email, country, stakeholderGroup] = WATCHED.map(read);
  const show = { affiliation: read('show.affiliation'), country: read('show.country') };
  return readValues('about', { attribution, name, affiliation, email, country, stakeholderGroup, show });
}
