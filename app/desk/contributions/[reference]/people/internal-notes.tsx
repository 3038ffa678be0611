import { Moment } from '@/app/ui/moment';
import { readNotes } from '@/lib/review/notes';
import type { Editor } from '@/lib/accounts/policy';
import { InternalNoteForm } from './internal-note-form';

const BARRED = {
  own_organisation: 'Editors from the contribution’s own organisation don’t read what the others write about it.',
  other_editor: 'Another editor decides on it, so what the others write about it is not shown to you.',
  likely_own_organisation:
    'Its affiliation looks like your organisation. What the others write about it is shown once you have said, above, that it is another.',
  recused: 'You have recused yourself, so the notes of the others on it are not shown to you.',
};

/** The editors' notes on a contribution; only editors ever see them. */
export async function InternalNotes({ reference, editor }: { reference: string; editor: Editor }) {
  const found = await readNotes(reference, editor);
  if (!found) return null;
  return (
    <section aria-labelledby="notes" className="border-t border-ink pt-6 pb-10">
      <h2 id="notes" className="text-2xl">
        Internal notes
      </h2>
      {found.barred !== null ? (
        <p className="mt-1 max-w-measure text-muted">{BARRED[found.barred]}</p>
      ) : (
        <>
          <p className="mt-1 max-w-measure text-sm text-muted">
            Between editors. Neither the contributor nor the public ever sees them.
          </p>
          <ol className="mt-4 space-y-5 empty:hidden">
            {found.notes.map(({ id, text, by, at, told }) => (
              <li key={id} className="border-s-2 border-rule ps-4">
                <p className="text-sm">
                  <strong>{by}</strong>
                  <span className="text-muted">
                    , <Moment value={at.toISOString()} locale="en" />
                  </span>
                </p>
                <p className="max-w-measure whitespace-pre-line wrap-anywhere" dir="auto">
                  {text}
                </p>
                {told.length > 0 && <p className="mt-1 text-sm text-muted">Told: {told.join(', ')}</p>}
              </li>
            ))}
          </ol>
          <InternalNoteForm reference={reference} mentionable={found.mentionable} />
        </>
      )}
    </section>
  );
}
