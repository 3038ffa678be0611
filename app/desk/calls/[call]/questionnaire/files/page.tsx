import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { checkListOf, editorPath } from '@/lib/calls/questionnaire/check-list';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';
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
          <Unfinished draft={draft} path={path} />
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

/** What can be done with a draft that is not complete, and what is open in it. */
function Unfinished({ draft, path }: { draft: OpenDraft; path: string }) {
  const open = checkListOf(draft).filter(({ ok }) => !ok);
  return (
    <>
      <p className="mt-3">
        The draft is not complete. As JSON it can be exported as it is, marked as a draft: another call or another
        installation can import it and go on with it.
      </p>
      <p className="mt-3">
        <LinkButton href={`${path}/questionnaire.json`} variant="secondary">
          Download the draft as JSON
        </LinkButton>
      </p>
      <p className="mt-6">A file for other programs, and an XLSForm, can be made once these points are done:</p>
      <ul className="mt-2 list-disc ps-6">
        {open.map(({ key, sentence, href }) => (
          <li key={key}>
            <Link href={href} className="link" dir="auto">
              {sentence}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
