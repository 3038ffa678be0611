'use client';

import type { Typed } from '@/app/ui/action-state';
import type { Failure } from '@/lib/platform/errors';
import { CHANGE_STATUS_WORDS } from '@/app/desk/words/decisions';
import { faultsOf, readDecisions } from './decision-form-data';
import { NotRecorded } from './decision-notices';
import { rulesInWords } from '@/app/desk/words/review-rules';
import type { Preview, PreviewCell } from './decision-result';
import { Dialog } from './dialog';
import { useReviewForm } from './review-form';

/** The effects of recording, shown before it; or why recording is impossible at present. */
export function PreviewPanel({ titles }: { titles: Record<string, string> }) {
  const { previewing, closePreview } = useReviewForm();
  const { result, typed } = previewing.state;
  if (!result) return null;
  return (
    <Dialog
      title={previewing.intent === 'ready' ? 'What accepting all without a choice would change' : 'What would change'}
      close={closePreview}
    >
      {result.ok ? <Changes preview={result} /> : <Refused failure={result} typed={typed} titles={titles} />}
    </Dialog>
  );
}

type RefusedProps = { failure: Failure; typed: Typed; titles: Record<string, string> };

function Refused({ failure, typed, titles }: RefusedProps) {
  return (
    <NotRecorded
      failure={failure}
      faults={faultsOf(failure.issues ?? [], readDecisions(typed).decisions)}
      titles={titles}
      title="This could not be recorded"
      id="preview-faults"
    />
  );
}

function Changes({ preview: { agreements, rules } }: { preview: Preview }) {
  return (
    <>
      <p className="text-sm text-muted">
        Nothing is recorded yet.
        {rules.length > 0 && ` This would wait for a second editor, because ${rulesInWords(rules)}.`}
      </p>
      {agreements.map(({ name, slug, isNew, version, cells }) => (
        <div key={`${slug} ${name}`} className="mt-3">
          <p>
            <strong dir="auto">{name}</strong>{' '}
            <span className="text-sm text-muted">
              {isNew
                ? 'would be added to the dataset'
                : version === null
                  ? 'stays as it is'
                  : `would be at version ${version}`}
            </span>
          </p>
          <ul className="mt-1 space-y-1.5 text-sm">
            {cells.map((cell) => (
              <li key={cell.change} className="border-s-2 border-rule ps-3">
                <Change cell={cell} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function FromTo({ part, before, after }: { part?: string; before: string; after: string }) {
  return (
    <span className="block wrap-anywhere" dir="auto">
      {part && <span className="text-muted">{part}: </span>}
      <span className="sr-only">from </span>
      {before === 'Nothing' ? (
        <span className="text-muted">{before}</span>
      ) : (
        <del className="text-muted decoration-1">{before}</del>
      )}{' '}
      <span aria-hidden="true">→</span>
      <span className="sr-only"> to </span>{' '}
      {after === 'Nothing' ? <span className="text-muted">{after}</span> : <ins className="no-underline">{after}</ins>}
    </span>
  );
}

function Change({ cell }: { cell: PreviewCell }) {
  const { title, outcome, before, after, staying, texts, writes, joined, superseded } = cell;
  return (
    <>
      <span className="font-semibold">{title}</span>{' '}
      <span className="text-muted">({CHANGE_STATUS_WORDS[outcome].word.toLowerCase()})</span>
      {writes ? (
        <>
          {staying !== null ? (
            <span className="block text-muted">{staying}</span>
          ) : (
            <FromTo before={before} after={after} />
          )}
          {texts.map(({ part, ...change }) => (
            <FromTo key={part} part={part} {...change} />
          ))}
        </>
      ) : (
        <span className="block text-muted">
          {outcome === 'rejected' ? `The dataset keeps: ${before}` : 'The dataset says so already.'}
        </span>
      )}
      {joined.length > 0 && <span className="block">Accepted and credited along: {joined.join(', ')}</span>}
      {superseded.length > 0 && <span className="block">Superseded: {superseded.join(', ')}</span>}
    </>
  );
}
