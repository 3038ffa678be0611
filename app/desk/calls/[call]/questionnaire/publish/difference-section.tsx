import type { PartDifference, QuestionChange } from '@/lib/calls/questionnaire/difference';
import { DifferenceList } from '@/app/ui/difference-list';
import { diffWords } from '@/lib/contributions/corrections/diff';

const CHANGES: Record<QuestionChange, string> = {
  added: 'new',
  removed: 'gone',
  moved: 'moved',
  reworded: 'other words',
  rules: 'asked under another condition',
  settings: 'other settings',
};
const WORDS = {
  legend: 'New words are underlined, words that are gone are struck through.',
  kinds: { added: 'new', removed: 'gone', changed: 'changed' },
  added: 'new:',
  removed: 'gone:',
  end: 'end',
};

/** What differs from the last published version, in words and text by text. */
export function DifferenceSection({
  difference,
  since,
}: {
  difference: readonly PartDifference[];
  since: number | null;
}) {
  return (
    <section aria-labelledby="difference">
      <h2 id="difference" className="border-b border-ink pb-2 text-2xl">
        {since === null ? 'What is in it' : `Changes since version ${since}`}
      </h2>
      {difference.length === 0 && <p className="mt-3">The draft is the same as the last published version.</p>}
      <ul>
        {difference.map(({ id, title, changes, texts }) => (
          <li key={id || title} className="border-b border-rule py-3">
            <p>
              <span className="font-semibold" dir="auto">
                {title}
              </span>
              <span className="ms-3 text-sm text-muted">{changes.map((change) => CHANGES[change]).join(', ')}</span>
            </p>
            {texts.length > 0 && (
              <div className="mt-2">
                <DifferenceList
                  words={WORDS}
                  items={texts.map(({ label, before, after }) => ({
                    label,
                    kind: before === '' ? 'added' : after === '' ? 'removed' : 'changed',
                    parts: diffWords(before, after),
                  }))}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
