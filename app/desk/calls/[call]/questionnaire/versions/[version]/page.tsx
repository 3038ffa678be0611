import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { differenceOf } from '@/lib/calls/questionnaire/difference';
import { readQuestionnaireVersion } from '@/lib/calls/questionnaire/publishing';
import { typedFrom } from '@/lib/calls/questionnaire/typed-questionnaire';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { EditorHead } from '@/app/desk/calls/[call]/questionnaire/editor-head';
import { requireDraft } from '@/app/desk/calls/[call]/questionnaire/require-draft';
import { DifferenceSection } from '@/app/desk/calls/[call]/questionnaire/publish/difference-section';
import { QuestionnaireReading } from './questionnaire-reading';

type Props = PageProps<'/desk/calls/[call]/questionnaire/versions/[version]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call, version } = await params;
  return { title: `Version ${version} of the questionnaire of ${call}` };
}

/** One published version: all it asks, why it was made, and what it changed. */
export default async function VersionPage({ params }: Props) {
  const { call: slug, version: number } = await params;
  const draft = await requireDraft(slug, `${editorPath(slug)}/versions/${number}`);
  const read = /^\d{1,6}$/.test(number) ? await readQuestionnaireVersion(draft.call.id, Number(number)) : null;
  if (!read) notFound();
  const { version, publishedAt, reason, content, before } = read;
  return (
    <>
      <EditorHead draft={draft} current="versions" />
      <h2 className="text-2xl">Version {version}</h2>
      <p className="mt-1 text-muted">
        Published on {sayMoment(publishedAt.toISOString(), 'en')}.{' '}
        {reason !== null && (
          <span dir="auto">
            {/* The reason is a text of its own. */}
            Why: {reason}
          </span>
        )}
      </p>
      <QuestionnaireReading content={content} />
      {before && (
        <DifferenceSection
          difference={differenceOf(typedFrom(before.content), typedFrom(content))}
          since={before.version}
        />
      )}
    </>
  );
}
