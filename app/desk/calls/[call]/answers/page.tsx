import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { Markdown } from '@/app/ui/markdown';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { wordsIn } from '@/lib/platform/i18n/words';
import { sayCount } from '@/lib/platform/text/say-count';
import { readCallAnswers } from '@/lib/publication/answers/call-answers';
import type { AnsweringContribution } from '@/lib/publication/answers/call-answers';
import { overviewOf } from '@/lib/publication/answers/overview';
import type { QuestionOverview } from '@/lib/publication/answers/overview';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';

export async function generateMetadata({ params }: PageProps<'/desk/calls/[call]/answers'>): Promise<Metadata> {
  return { title: `Answers to the call ${(await params).call}` };
}

/** Every answer to a call, question by question, published or not. No contact details: those are in the files. */
export default async function CallAnswersPage({ params }: PageProps<'/desk/calls/[call]/answers'>) {
  const { call } = await params;
  const actor = await requireActor(`/desk/calls/${encodeURIComponent(call)}/answers`, 'contribution.read');
  const answers = await readCallAnswers(call, 'en', { audience: 'desk', hidesContacts: !can(actor, 'contact.read') });
  if (!answers) notFound();
  const { contributions } = answers;
  const authors = new Map(contributions.map((one) => [one.reference, one]));
  return (
    <>
      <DeskTitle
        title={`Answers to the call ${call}`}
        lead="Every answer that was sent and not withdrawn, published or not, one table for each question. The page can be printed."
      >
        <Files call={call} contacts={can(actor, 'contact.read')} />
      </DeskTitle>
      <p className="mb-8 text-muted">{sayCount(contributions.length, 'contribution')}</p>
      {contributions.length > 0 &&
        overviewOf(answers, { locale: 'en', words: wordsIn('en') }).map((question) => (
          <AnswersTo key={question.key} question={question} authors={authors} />
        ))}
    </>
  );
}

function Files({ call, contacts }: { call: string; contacts: boolean }) {
  const what = contacts ? 'with contact details' : 'without contact details';
  const files = [
    { name: 'answers.xlsx', label: `Excel file ${what}` },
    { name: 'answers.csv', label: `CSV, one row for each contribution, ${what}` },
    { name: 'answers-by-question.csv', label: `CSV, one row for each question, ${what}` },
  ];
  return (
    <div className="mt-4 print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {files.map(({ name, label }) => (
          <li key={name}>
            <a href={`/desk/calls/${call}/answers/${name}`} className="link" download>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">The audit log records who takes one of these files, and when.</p>
    </div>
  );
}

type AnswersToProps = { question: QuestionOverview; authors: ReadonlyMap<string, AnsweringContribution> };

function AnswersTo({ question: { key, title, answers, silent }, authors }: AnswersToProps) {
  return (
    <section className="mb-10" aria-labelledby={`question-${key}`}>
      <h2 id={`question-${key}`} dir="auto" className="break-after-avoid">
        {title}
      </h2>
      <p className="mt-1 break-after-avoid text-sm text-muted">
        {sayCount(answers.length, 'answer')}, {silent} without one.{' '}
        <Link href={`/desk/questions/${key}`} className="link print:hidden">
          This question over the years
        </Link>
      </p>
      {answers.length > 0 && (
        <div className="mt-3">
          <Table id={`answers-${key}`} caption={`Answers to: ${title}`} captionHidden stacked className="table-fixed">
            <thead>
              <Row>
                <ColumnHead className="w-56">Contributor</ColumnHead>
                <ColumnHead>Answer</ColumnHead>
              </Row>
            </thead>
            <tbody>
              {answers.map(({ reference, said, text, files }) => (
                <Row key={reference}>
                  <RowHead className="wrap-anywhere">
                    <Author contribution={authors.get(reference)} />
                  </RowHead>
                  <Cell label="Answer" className="wrap-anywhere">
                    {said !== '' && (
                      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                        {said}
                      </p>
                    )}
                    {text !== '' && <Markdown text={text} />}
                    {files > 0 && <p className="text-muted">{sayCount(files, 'file')}</p>}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

function Author({ contribution }: { contribution: AnsweringContribution | undefined }) {
  if (!contribution) return null;
  const { reference, attribution, desk } = contribution;
  const name = attribution.anonymous ? null : (attribution.affiliation ?? attribution.name);
  return (
    <>
      <Link href={`/desk/contributions/${reference}`} className="link">
        {reference}
      </Link>
      <span className="block font-normal" dir="auto">
        {name ?? 'Not named in public'}
      </span>
      {desk && (
        <span className="block text-sm font-normal text-muted">{CONTRIBUTION_STATUS_WORDS[desk.status].word}</span>
      )}
    </>
  );
}
