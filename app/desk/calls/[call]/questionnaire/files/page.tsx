import type { Metadata } from 'next';
import { editorPath } from '@/lib/calls/questionnaire/check-list';
import { xlsFormOf } from '@/lib/calls/questionnaire/xlsform';
import { apiPaths } from '@/lib/platform/i18n/paths';
import { LinkButton } from '@/app/ui/button';
import { EditorHead } from '@/app/desk/calls/[call]/questionnaire/editor-head';
import { requireDraft } from '@/app/desk/calls/[call]/questionnaire/require-draft';
import { importFile } from './actions';
import { exportable } from './exportable';
import { ImportForm } from './import-form';

type Props = PageProps<'/desk/calls/[call]/questionnaire/files'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Files of the questionnaire of ${(await params).call}` };
}

/** The draft as a file, and a file as the draft. */
export default async function FilesPage({ params }: Props) {
  const { call: slug } = await params;
  const path = `${editorPath(slug)}/files`;
  const draft = await requireDraft(slug, path);
  const content = exportable(draft);
  return (
    <>
      <EditorHead draft={draft} current="files" />
      <section aria-labelledby="export" className="max-w-[46rem] pb-10">
        <h2 id="export" className="border-b border-ink pb-2 text-2xl">
          Export the draft
        </h2>
        {content === null ? (
          <p className="mt-3">It can be exported once the points of the check list are done.</p>
        ) : (
          <>
            <p className="mt-3">
              As JSON, for another call or another installation; its{' '}
              <a href={apiPaths.questionnaireSchema} className="link">
                schema
              </a>{' '}
              is public.
            </p>
            <p className="mt-3">
              <LinkButton href={`${path}/questionnaire.json`} variant="secondary">
                Download as JSON
              </LinkButton>
            </p>
            <p className="mt-6">
              As an XLSForm (Excel), for Kobo, ODK and other survey tools. It does not carry over the following, which
              is also on a sheet of the file:
            </p>
            <ul className="mt-2 list-disc ps-6">
              {xlsFormOf(content, { ...draft.call, version: draft.version }).notCarriedOver.map(
                ({ question, what }) => (
                  <li key={`${question} ${what}`} dir="auto">
                    {question}: {what}
                  </li>
                ),
              )}
            </ul>
            <p className="mt-3">
              <LinkButton href={`${path}/questionnaire.xlsx`} variant="secondary">
                Download as XLSForm
              </LinkButton>
            </p>
          </>
        )}
      </section>
      <ImportForm action={importFile} slug={slug} version={draft.version} />
    </>
  );
}
