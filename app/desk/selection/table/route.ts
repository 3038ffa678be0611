import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { CONTRIBUTION_STATUS_WORDS } from '@/app/desk/words/statuses';
import { can } from '@/lib/accounts/policy';
import { promisedDay } from '@/lib/contributions/promise';
import { toCsv } from '@/lib/platform/csv';
import { failure } from '@/lib/platform/errors';
import { listRowsOf } from '@/lib/review/queue/queue';
import type { DeskRow } from '@/lib/review/queue/queue';
import { selectedReferences } from '@/lib/review/selection/schema';

export const dynamic = 'force-dynamic';

const COLUMNS = [
  ...['reference', 'call', 'status', 'submitted_at', 'changed_at', 'promised_by', 'contributor', 'anonymous'],
  ...['assignee', 'agreements', 'new_agreements', 'cells', 'undecided', 'in_conflict', 'with_rivals', 'files'],
  ...['version', 'unanswered_message', 'entered_on_behalf', 'address_unconfirmed', 'tags'],
];

const headers = deskFileHeaders({ name: 'contributions.csv', type: 'text/csv; charset=utf-8' });

/** The selected rows of the queue as CSV, `?of=` with references and commas: what the queue shows of each. */
export const GET = withApi(async (request) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'contribution.read')) return failure('forbidden');
  const of = new URL(request.url).searchParams.get('of')?.split(',') ?? [];
  const references = selectedReferences.safeParse(of.filter((one) => one !== ''));
  if (!references.success) return failure('invalid', [{ path: 'of', code: 'required' }]);
  const rows = await listRowsOf(references.data, { seesContacts: can(actor, 'contact.read') });
  return new Response(toCsv(COLUMNS, rows.map(columnsOf), { bom: true }), { headers });
});

function columnsOf({ facts, ...row }: DeskRow) {
  return [
    ...[row.reference, row.call, CONTRIBUTION_STATUS_WORDS[row.status].word, row.submittedAt, row.changedAt],
    row.status === 'submitted' ? promisedDay(new Date(row.changedAt)).toISOString().slice(0, 10) : null,
    ...[row.who, row.anonymous, row.assignee, facts.agreements.join('; ')],
    facts.newAgreements.map((name) => name ?? 'without a name').join('; '),
    ...[row.total, row.pending, facts.conflicts, facts.rivals, facts.files, row.revision],
    ...[row.replied, row.onBehalf !== null, facts.unconfirmed, facts.tags.join('; ')],
  ];
}
