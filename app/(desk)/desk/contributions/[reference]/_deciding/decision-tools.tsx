'use client';

import { sayMoment } from '@/lib/i18n/dates';
import { Notice } from '@/app/_components/notice';
import { tick } from './choosing';
import { AcceptOthers } from './decision-bar';
import type { KeptChoices } from './kept-choices';
import type { Choices } from './use-choices';

type DecisionToolsProps = {
  choices: Choices;
  undecided: readonly string[];
  conflicts: number;
  pending: boolean;
  back: KeptChoices | null;
  forget: () => void;
};

/** Above the cells: what came back from an earlier visit, and what concerns all of them. */
export function DecisionTools({ choices, undecided, conflicts, pending, back, forget }: DecisionToolsProps) {
  return (
    <div className="no-print mb-4 space-y-4">
      <div role="status">{back && <BroughtBack kept={back} forget={forget} />}</div>
      <div className="flex flex-wrap items-center gap-x-6">
        {undecided.length > 1 && (
          <button
            type="button"
            className="link min-h-8 cursor-pointer text-sm"
            onClick={() => {
              for (const id of undecided) tick(id, true);
            }}
          >
            Select all {undecided.length}
          </button>
        )}
        {choices.ready !== 0 && (
          <div className="lg:hidden">
            <AcceptOthers choices={choices} undecided={undecided.length} conflicts={conflicts} pending={pending} />
          </div>
        )}
      </div>
    </div>
  );
}

function BroughtBack({ kept: { at, cells }, forget }: { kept: KeptChoices; forget: () => void }) {
  const count = Object.keys(cells).length;
  return (
    <Notice
      kind="info"
      title={
        count === 1
          ? 'One choice of yours was not recorded, and stands here again'
          : `${count} choices of yours were not recorded, and stand here again`
      }
    >
      From <time dateTime={at}>{sayMoment(at, 'en')}</time>, kept in this browser.{' '}
      <button type="button" className="link min-h-8 cursor-pointer" onClick={forget}>
        Forget {count === 1 ? 'it' : 'them'}
      </button>
    </Notice>
  );
}
