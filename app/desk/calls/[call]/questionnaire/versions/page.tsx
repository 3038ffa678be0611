import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { listQuestionnaireVersions } from '@/lib/calls/questionnaire/publishing';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { sayCount } from '@/lib/platform/text/say-count';
import { EmptyState } from '@/app/ui/empty-state';
import { EditorHead } from '@/app/desk/calls/[call]/questionnaire/editor-head';
import { requireDraft } from '@/app/desk/calls/[call]/questionnaire/require-draft';

type Props = PageProps<'/desk/calls/[call]/questionnaire/versions'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Versions of the questionnaire of ${(await params).call}` };
}

/** The published versions of a questionnaire, newest first. */
export default async function VersionsPage({ params }: Props) {
  const { call: slug } = await params;
  const draft = await requireDraft(slug, `${editorPath(slug)}/versions`);
  const versions = await listQuestionnaireVersions(draft.call.id);
  return (
    <>
      <EditorHead draft={draft} current="versions" />
      {versions.length === 0 && <EmptyState title="No version is published yet." />}
      <ol reversed>
        {versions.map(({ version, publishedAt, reason, contributions }) => (
          <li key={version} className="border-b border-rule py-3">
            <Link href={`${editorPath(slug)}/versions/${version}`} className="link font-semibold">
              Version {version}
            </Link>
            <span className="ms-3" dir="auto">
              {reason}
            </span>
            <p className="text-sm text-muted">
              {sayMoment(publishedAt.toISOString(), 'en')}, {sayCount(contributions, 'contribution')} on it, drafts
              included
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
