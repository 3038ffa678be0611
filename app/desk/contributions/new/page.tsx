import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { UploadProblem } from '@/app/desk/parts/upload-problem';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { listCalls, readCall } from '@/lib/calls/calls';
import { acceptsContributions } from '@/lib/calls/state';
import { stateForEntries } from '@/lib/contributions/on-behalf/closed-calls';
import { listUnsentEntries } from '@/lib/contributions/on-behalf/entries';
import { listForeignEntries } from '@/lib/contributions/on-behalf/takeover';
import { EntryForm } from './entry-form';
import type { EntryCall } from './entry-form';
import { FileOutcomes } from './file-outcomes';
import { FilesForm } from './files-form';
import { ForeignEntries } from './foreign-entries';
import { readOutcomes } from './outcomes';
import { UnsentEntries } from './unsent-entries';

export const metadata: Metadata = { title: 'Enter on behalf' };

/** Where editors enter what reached them by another way than the form, in the name of its contributor. */
export default async function NewEntryPage({ searchParams }: PageProps<'/desk/contributions/new'>) {
  const actor = await requireActor('/desk/contributions/new', 'contribution.enter');
  const [{ done, files, problem }, entries, foreign, calls] = [
    await searchParams,
    await listUnsentEntries(actor),
    await listForeignEntries(actor),
    await openCalls(),
  ];
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <DeskTitle
        title="Enter on behalf of a contributor"
        lead="For what came by telephone, letter, mail or as a file. You fill in the ordinary form in their name. It counts once they have confirmed it, or you have noted their consent."
      >
        <p className="mt-2">
          <Link href="/desk" className="link">
            Back to the queue
          </Link>
        </p>
      </DeskTitle>
      {done === 'discarded' && (
        <div className="mb-8">
          <Notice kind="success" role="status" title="The draft is discarded." />
        </div>
      )}
      {done === 'taken_over' && (
        <div className="mb-8">
          <Notice kind="success" role="status" title="You enter it from now on.">
            <p>It is below, with what was typed so far.</p>
          </Notice>
        </div>
      )}
      {files === 'read' && <FileOutcomes outcomes={await readOutcomes()} />}
      <UnsentEntries entries={entries} />
      {calls.length > 0 && (
        <section aria-labelledby="files-title" id="files-section" className="mb-12">
          <h2 id="files-title" className="mb-5 text-2xl">
            From files and mails
          </h2>
          <UploadProblem problem={problem} />
          <FilesForm calls={calls} today={today} />
        </section>
      )}
      <section aria-labelledby="begin">
        <h2 id="begin" className="mb-5 text-2xl">
          From nothing
        </h2>
        {calls.length > 0 ? (
          <EntryForm calls={calls} today={today} />
        ) : (
          <EmptyState title="No call takes contributions">
            An admin opens a call, or extends its deadline, under Calls. Then something can be entered here. A call that
            has closed takes what you enter until its report is published.
          </EmptyState>
        )}
      </section>
      <ForeignEntries entries={foreign} />
    </>
  );
}

/** Those that take contributions, and those that have closed and have no published report yet. */
async function openCalls(): Promise<EntryCall[]> {
  const calls: EntryCall[] = [];
  for (const { id, slug, state } of await listCalls('en')) {
    const call = acceptsContributions(await stateForEntries({ id, state })) ? await readCall(slug, 'en') : null;
    if (!call) continue;
    const { texts, questionnaire } = call;
    const isClosed = state === 'closed';
    const title = isClosed ? `Closed (late): ${texts.title}` : texts.title; // a phone shows its beginning
    calls.push({ slug, title, isClosed, audiences: questionnaire.content.audiences ?? [] });
  }
  // A call that has closed is chosen, never suggested.
  return calls.toSorted((one, other) => Number(one.isClosed) - Number(other.isClosed));
}
