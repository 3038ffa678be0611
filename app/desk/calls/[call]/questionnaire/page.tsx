import type { Metadata } from 'next';
import { PARTS } from '@/lib/calls/questionnaire/editing';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { derivedFrom } from '@/lib/calls/questionnaire/derived';
import { save } from './actions';
import { Editor } from './editor';
import { EditorHead } from './editor-head';
import { requireDraft } from './require-draft';
import { PreviewStep } from './preview/preview-step';

type Props = PageProps<'/desk/calls/[call]/questionnaire'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Questionnaire of ${(await params).call}` };
}

/** The questionnaire of a call as a draft: its parts, the open one with its fields, and a preview of the form. */
export default async function QuestionnairePage({ params, searchParams }: Props) {
  const { call: slug } = await params;
  const draft = await requireDraft(slug, editorPath(slug));
  const { typed, version, edited, published } = draft;
  const asked = (await searchParams).open;
  const ids = [PARTS.groups, PARTS.about, ...typed.questions.map(({ id }) => id)];
  const open = ids.find((id) => id === asked) ?? typed.questions[0]?.id ?? PARTS.groups;
  return (
    <>
      <EditorHead draft={draft} current="edit" />
      <Editor
        slug={slug}
        stored={{ typed, version, savedAt: edited?.at.toISOString() ?? null }}
        derived={derivedFrom(draft)}
        published={[...published.keys()]}
        open={open}
        action={save}
        preview={<PreviewStep draft={draft} part={open} heading="h2" />}
      />
    </>
  );
}
