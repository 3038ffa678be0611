import { referenceNames } from '@/app/server/reference-names';
import { Tag } from '@/app/ui/tag';
import { Command } from '@/app/desk/parts/command';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { CellContentView } from '@/app/desk/contributions/[reference]/cells/cell-content';
import { cellLabel } from '@/lib/agreements/facts/words';
import { sayMoment } from '@/lib/platform/i18n/dates';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { ApprovalRow, AskedCell } from '@/lib/review/approvals/approval-list';
import { OUTCOME_WORDS } from '@/app/desk/words/decisions';
import { APPROVAL_STATUS_WORDS } from '@/app/desk/words/statuses';
import { grant, refuse, takeBack } from './actions';
import { rulesInWords } from '@/app/desk/words/review-rules';

const KINDS = {
  decisions: 'Decision',
  undoing: 'Undoing',
  retirement: 'Retirement',
  reinstatement: 'Reinstatement',
} as const;

/** One command that waits, or waited, for a second editor: what exactly it does, and why two editors must agree. */
export function ApprovalItem({ approval }: { approval: ApprovalRow }) {
  const { id, kind, rules, status, askedBy, askedAt, answeredBy, answeredAt, answer, reason, cells } = approval;
  const { word, tone } = APPROVAL_STATUS_WORDS[status];
  return (
    <li className="border-b border-rule py-6">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-lg">
        <span>
          {KINDS[kind]}: <Subject approval={approval} />
        </span>
        <Tag tone={tone}>{word}</Tag>
      </h3>
      <p className="mt-1 text-sm text-muted">
        Asked for by {askedBy}, <time dateTime={askedAt.toISOString()}>{sayMoment(askedAt.toISOString(), 'en')}</time>
        {rules.length > 0 && <>, because {rulesInWords(rules)}</>}.
      </p>
      {reason && <p className="mt-2 max-w-measure whitespace-pre-line">{reason}</p>}
      {cells.length > 0 && <AskedCells cells={cells} />}
      {answeredAt && (
        <p className="mt-2 text-sm">
          {word} by {answeredBy},{' '}
          <time dateTime={answeredAt.toISOString()}>{sayMoment(answeredAt.toISOString(), 'en')}</time>
          {answer && <>: {status === 'lapsed' ? lapsedInWords(answer) : answer}</>}
        </p>
      )}
      {status === 'waiting' && <Answers id={id} barred={approval.barred} />}
    </li>
  );
}

function Subject({ approval: { reference, agreement } }: { approval: ApprovalRow }) {
  if (reference !== null) {
    return (
      <a href={`/desk/contributions/${reference}`} className="link">
        {reference}
      </a>
    );
  }
  return (
    <a href={`/desk/agreements/${agreement?.slug ?? ''}`} className="link" dir="auto">
      {agreement?.name}
    </a>
  );
}

async function AskedCells({ cells }: { cells: AskedCell[] }) {
  const names = await referenceNames();
  return (
    <ul className="mt-3 max-w-[46rem] space-y-3">
      {cells.map(({ agreement, key, outcome, current, asked, reason }) => (
        <li key={`${agreement} ${key}`} className="border-s-2 border-rule ps-4">
          <p className="text-sm">
            <strong>{OUTCOME_WORDS[outcome]}</strong> {agreement && `${agreement}: `}
            {cellLabel(key, 'en', names)}
          </p>
          {asked && (
            <div className="mt-1 grid gap-x-8 gap-y-2 sm:grid-cols-2">
              <div>
                <p className="text-sm text-muted">Current</p>
                <CellContentView cell={key} content={current} />
              </div>
              <div>
                <p className="text-sm text-muted">Would become</p>
                <CellContentView cell={key} content={asked} />
              </div>
            </div>
          )}
          {reason && <p className="mt-1 text-sm whitespace-pre-line text-muted">Reason: {reason}</p>}
        </li>
      ))}
    </ul>
  );
}

const BARRED = {
  forbidden: 'It is for an editor to answer.',
  own_organisation: 'It is about a contribution of your own organisation, so it is for another editor to answer.',
  other_editor: 'It is for another editor to answer.',
  likely_own_organisation:
    'Its contribution’s affiliation looks like your organisation. If it is another one, say so on the contribution’s page first.',
  recused: 'You have recused yourself from this contribution, so it is for another editor to answer.',
} as const;

function Answers({ id, barred }: { id: string; barred: ApprovalRow['barred'] }) {
  if (barred === 'own_request') {
    return (
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <p className="text-sm text-muted">You asked for it: another editor has to agree.</p>
        <Command action={takeBack} fields={{ id }} label="Take it back" done="Taken back." className="px-3 text-sm" />
      </div>
    );
  }
  if (barred !== null) return <p className="mt-4 text-sm text-muted">{BARRED[barred]}</p>;
  return (
    <div className="mt-4 space-y-3">
      <Command
        action={grant}
        fields={{ id }}
        label="Agree and carry it out"
        done="Agreed, and carried out."
        variant="primary"
      />
      <ReasonedCommand
        action={refuse}
        fields={{ id }}
        name="answer"
        summary="Refuse it"
        label="Why not?"
        hint="The editor who asked reads it."
        button="Refuse"
        done="Refused."
      />
    </div>
  );
}

/** The reason why an outdated command was rejected. */
function lapsedInWords(reason: string): string {
  const sentences: Record<string, string> = errors.reasons;
  return sentences[reason] ?? 'it no longer fitted the dataset.';
}
