import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { PARTS } from '@/lib/calls/questionnaire/editing';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { EditorHead } from '@/app/desk/calls/[call]/questionnaire/editor-head';
import { requireDraft } from '@/app/desk/calls/[call]/questionnaire/require-draft';
import { PreviewStep } from './preview-step';

type Props = PageProps<'/desk/calls/[call]/questionnaire/preview'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Preview of the questionnaire of ${(await params).call}` };
}

/** The form of the draft, step by step, on a page of its own. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { call: slug } = await params;
  const path = `${editorPath(slug)}/preview`;
  const draft = await requireDraft(slug, path);
  const { questions, about } = draft.typed;
  const steps = [
    ...questions.map(({ id, shortTitle, title }, at) => ({
      id,
      label: shortTitle.trim() || title.trim() || `Question ${at + 1}`,
    })),
    { id: PARTS.about, label: about.title.trim() || 'About you' },
  ];
  const asked = (await searchParams).open;
  const open = steps.find(({ id }) => id === asked)?.id ?? steps[0]?.id ?? PARTS.about;
  return (
    <>
      <EditorHead draft={draft} current="preview" />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <PreviewStep draft={draft} part={open} heading="h2" />
        </div>
        <nav aria-label="Steps" className="mt-10 lg:mt-0">
          <ol className="border-t border-rule text-sm">
            {steps.map(({ id, label }) => (
              <li key={id} className="border-b border-rule">
                <Link
                  href={`${path}?open=${encodeURIComponent(id)}`}
                  aria-current={id === open ? 'step' : undefined}
                  className="block min-h-10 py-2 hover:text-accent aria-[current]:font-semibold"
                  dir="auto"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      </div>
    </>
  );
}
