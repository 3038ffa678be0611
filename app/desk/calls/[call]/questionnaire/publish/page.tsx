import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { checkListOf, editorPath } from '@/lib/calls/questionnaire/check-list';
import { differenceOf } from '@/lib/calls/questionnaire/difference';
import { typedFrom } from '@/lib/calls/questionnaire/typed-questionnaire';
import { Sign } from '@/app/ui/sign';
import { EditorHead } from '@/app/desk/calls/[call]/questionnaire/editor-head';
import { requireDraft } from '@/app/desk/calls/[call]/questionnaire/require-draft';
import { publish } from './actions';
import { DifferenceSection } from './difference-section';
import { PublishForm } from './publish-form';

type Props = PageProps<'/desk/calls/[call]/questionnaire/publish'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Publish the questionnaire of ${(await params).call}` };
}

/** What is still open, what changes with the next version, and its publication. */
export default async function PublishPage({ params }: Props) {
  const { call: slug } = await params;
  const draft = await requireDraft(slug, `${editorPath(slug)}/publish`);
  const { newest, typed, version } = draft;
  const checks = checkListOf(draft);
  const difference = differenceOf(newest && typedFrom(newest.content), typed);
  const isReady = checks.every(({ ok }) => ok);
  return (
    <>
      <EditorHead draft={draft} current="publish" />
      <section aria-labelledby="check-list" className="pb-10">
        <h2 id="check-list" className="border-b border-ink pb-2 text-2xl">
          Check list
        </h2>
        <ul>
          {checks.map(({ key, ok, sentence, href }) => (
            <li key={key} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
              <span className={ok ? 'text-ok' : 'text-danger'}>
                <Sign kind={ok ? 'success' : 'error'} />
                <span className="sr-only">{ok ? 'Done:' : 'Open:'}</span>
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere">{sentence}</span>
              {!ok && (
                <Link href={href} className="link">
                  Go there<span className="sr-only">: {sentence}</span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      </section>
      <DifferenceSection difference={difference} since={newest?.version ?? null} />
      {difference.length > 0 && (
        <PublishForm
          action={publish}
          slug={slug}
          version={version}
          next={(newest?.version ?? 0) + 1}
          isReady={isReady}
          reworded={difference.filter((part) => part.reworded).map(({ id, title }) => ({ id, title }))}
        />
      )}
    </>
  );
}
