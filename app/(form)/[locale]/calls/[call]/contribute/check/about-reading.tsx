import { getTranslations } from 'next-intl/server';
import { AuthorPreview } from '@/app/(form)/display/author-preview';
import { EditorVisibility } from '@/app/(form)/display/editor-visibility';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import { attributionOf } from '@/lib/contributions/drafts/attribution';
import { isFilledIn, stepState } from '@/lib/contributions/drafts/progress';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { ReadingSection } from './reading-section';

/** What will be public about the author, that the rest will not be, and who sees the rest. */
export async function AboutReading({ open }: { open: OpenForm }) {
  const [t, finding] = [await getTranslations('contribute.check'), await getTranslations('finding.about')];
  const about = readValues('about', open.draft.sections.get(ABOUT_STEP)?.data);
  const { withheld } = attributionOf(about);
  const fields = new Intl.ListFormat(open.locale, { type: 'conjunction' }).format(
    withheld.map((field) => t(`fields.${field}`)),
  );
  const line = {
    id: 'read-about',
    state: stepState(ABOUT_STEP, open),
    href: open.closed ? undefined : contributePaths(open.locale, open.call.slug).step(ABOUT_STEP),
  };
  if (!isFilledIn(open, ABOUT_STEP)) return <ReadingSection {...line} title={await stepTitle(open, ABOUT_STEP)} />;
  return (
    <ReadingSection {...line} title={finding('preview')}>
      <AuthorPreview about={about} />
      <p className="mt-3 max-w-measure text-muted">
        {t('attribution.nothingElse')} {withheld.length > 0 && t('attribution.withheld', { fields })}
      </p>
      <h3 className="eyebrow mt-6 mb-2 font-sans">{finding('editors')}</h3>
      <div className="max-w-measure">
        <EditorVisibility about={about} />
      </div>
    </ReadingSection>
  );
}
