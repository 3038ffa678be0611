'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { get, useWatch } from 'react-hook-form';
import { AuthorPreview } from '@/app/(form)/display/author-preview';
import { EditorVisibility } from '@/app/(form)/display/editor-visibility';
import { readValues } from '@/lib/contributions/drafts/values';
import type { SectionValues } from '@/lib/contributions/drafts/values';
import { useStepWords } from './step-context';
import { useHydrated } from './use-hydrated';

/** A preview of what becomes public: of the text in the fields, or without a script of the saved text. */
export function PublicPreview() {
  const t = useTranslations('finding.about');
  const [hydrated, about] = [useHydrated(), useAboutNow()];
  const isChosen = about.attribution !== '';
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="text-xl">
        {t('preview')}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {isChosen ? t('previewHint') : t('previewEmpty')} {hydrated ? t('previewLive') : t('previewSaved')}
      </p>
      {isChosen && (
        <div className="mt-4">
          <AuthorPreview about={about} />
        </div>
      )}
    </section>
  );
}

/** What editors see of it, and how to come back. */
export function AboutNotes() {
  const t = useTranslations('finding.about');
  const [about, promise] = [useAboutNow(), useTranslations('contribute.form.about')];
  return (
    <div className="border-b border-rule">
      <Note id="editors" title={t('editors')}>
        <EditorVisibility about={about} />
        <p className="mt-2">{`${promise('promise')} ${promise('promiseBody')}`}</p>
      </Note>
      <Note id="back" title={t('back')}>
        <p>{t('backBody')}</p>
      </Note>
    </div>
  );
}

/** A part under its title, folded. */
function Note({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="border-t border-rule">
      <details>
        <summary className="cursor-pointer py-2.5">
          <h2 id={id} className="inline font-sans text-base font-semibold tracking-normal">
            {title}
          </h2>
        </summary>
        <div className="max-w-measure pb-4">{children}</div>
      </details>
    </section>
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
