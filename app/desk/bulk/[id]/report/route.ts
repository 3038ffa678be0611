import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { problem } from '@/app/server/problem';
import { currentActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { ROW_OUTCOME_WORDS, rowWords } from '@/app/desk/words/bulk-tables';
import { failure } from '@/lib/platform/errors';
import { toCsv } from '@/lib/platform/csv';
import { readBulkEntry } from '@/lib/review/bulk/bulk-list';
import { recordReportExport } from '@/lib/review/access-log';

const COLUMNS = ['row', 'agreement', 'criterion', 'outcome', 'stands', 'proposed', 'what'];

/** The report of an upload as a table: one row for each of its rows. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { id } = await params;
    const actor = await currentActor();
    if (!actor) return problem(failure('not_signed_in'));
    if (!can(actor, 'agreement.propose')) return problem(failure('forbidden'));
    const entry = z.uuid().safeParse(id).success ? await readBulkEntry(id, actor.userId) : null;
    if (!entry?.report.counts) return problem(failure('not_found'));
    await recordReportExport({ editor: actor, entry: id });
    const rows = entry.report.rows.map((row) => [
      row.row,
      row.agreement,
      row.criterion,
      ROW_OUTCOME_WORDS[row.outcome],
      row.stands,
      row.proposed,
      rowWords(row),
    ]);
    return new Response(toCsv(COLUMNS, rows, { bom: true }), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="report-${id.slice(0, 8)}.csv"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch (error) {
    return problem(failureOf(error));
  }
}
