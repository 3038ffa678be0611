import type { Metadata } from 'next';
import { MessagePlace } from '@/app/ui/message-place';
import { EmptyState } from '@/app/ui/empty-state';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { listSnippets } from '@/lib/review/snippets';
import type { Snippet } from '@/lib/review/snippets';
import { remove } from './actions';
import { SnippetForm } from './snippet-form';

export const metadata: Metadata = { title: 'Words for reasons' };

/** Standard texts, shared by all editors. */
export default async function SnippetsPage() {
  const actor = await requireActor('/desk/snippets', 'snippet.manage');
  const snippets = await listSnippets();
  const manages = can(actor, 'snippet.manage');
  return (
    <>
      <DeskTitle
        title="Words for reasons"
        lead="Offered beside every field for a reason, to be put in and then made to fit. Changing them here changes no reason that was given before."
      />
      <MessagePlace>
        {snippets.length === 0 && (
          <EmptyState title="None yet">Add what you find yourself writing a second time.</EmptyState>
        )}
        <ul className="max-w-[46rem] border-t border-rule empty:hidden">
          {snippets.map((snippet) => (
            <Entry key={snippet.id} snippet={snippet} manages={manages} />
          ))}
        </ul>
      </MessagePlace>
      {manages && (
        <section aria-labelledby="new" className="mt-12">
          <h2 id="new" className="mb-4 text-2xl">
            Add words
          </h2>
          <SnippetForm />
        </section>
      )}
    </>
  );
}

function Entry({ snippet, manages }: { snippet: Snippet; manages: boolean }) {
  const { id, title, text } = snippet;
  return (
    <li className="border-b border-rule py-5">
      <h2 className="font-sans text-base font-semibold" dir="auto">
        {title}
      </h2>
      <p className="mt-1 max-w-measure whitespace-pre-line" dir="auto">
        {text}
      </p>
      {manages && (
        <details className="mt-2">
          <summary className="link w-fit text-sm">
            Change or delete<span className="sr-only"> “{title}”</span>
          </summary>
          <div className="mt-4 space-y-4">
            <SnippetForm snippet={snippet} />
            <Command
              action={remove}
              fields={{ id }}
              label="Delete"
              done="Deleted."
              about={`“${title}”`}
              variant="quiet"
            />
          </div>
        </details>
      )}
    </li>
  );
}
