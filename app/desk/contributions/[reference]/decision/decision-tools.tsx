'use client';

import { sayMoment } from '@/lib/platform/i18n/dates';
import { Notice } from '@/app/ui/notice';
import type { StoredChoices } from './review-state';
import { AcceptOthers } from './decision-bar';
import { useReviewForm } from './review-form';

/** Above the cells: choices restored from an earlier visit, and tools for all cells. */
export function DecisionTools() {
  const { undecided, state, dispatch } = useReviewForm();
  const selectAll = () => dispatch({ type: 'selected', changes: undecided.map(({ id }) => id), on: true });
  return (
    <div className="no-print mb-1 space-y-2">
      <div role="status">{state.restored && <BroughtBack restored={state.restored} />}</div>
      <div className="flex flex-wrap items-center gap-x-6">
        {undecided.length > 1 && (
          <button type="button" className="link min-h-8 cursor-pointer text-sm" onClick={selectAll}>
            Select all {undecided.length}
          </button>
        )}
        <div className="lg:hidden">
          <AcceptOthers />
        </div>
      </div>
    </div>
  );
}

function BroughtBack({ restored: { at, cells } }: { restored: StoredChoices }) {
  const { dispatch } = useReviewForm();
  const count = Object.keys(cells).length;
  return (
    <Notice
      kind="info"
      title={
        count === 1
          ? 'One choice of yours was not recorded, and is here again'
          : `${count} choices of yours were not recorded, and are here again`
      }
    >
      From <time dateTime={at}>{sayMoment(at, 'en')}</time>.{' '}
      <button type="button" className="link min-h-8 cursor-pointer" onClick={() => dispatch({ type: 'cleared' })}>
        Forget {count === 1 ? 'it' : 'them'}
      </button>
    </Notice>
  );
}
