import { withApi } from '@/app/server/api';
import { deskFileHeaders } from '@/app/server/download';
import { currentActor } from '@/app/server/session';
import { readAuditAddress } from '@/app/desk/audit/audit-address';
import { readAuditLog } from '@/lib/platform/audit/log';
import { can } from '@/lib/accounts/policy';
import { failure } from '@/lib/platform/errors';
import { toCsv } from '@/lib/platform/csv';
import type { CsvValue } from '@/lib/platform/csv';
import { recordLogExport } from '@/lib/review/access-log';

export const dynamic = 'force-dynamic';

const COLUMNS = ['event', 'at', 'actor', 'user', 'action', 'subject', 'subject_id', 'contribution', 'details'] as const;

const headers = deskFileHeaders({ name: 'audit.csv', type: 'text/csv; charset=utf-8' });

/** The filtered audit log as CSV: as stored, with ids instead of names. It is read and sent in portions. */
export const GET = withApi(async (request) => {
  const actor = await currentActor();
  if (!actor) return failure('not_signed_in');
  if (!can(actor, 'audit.read')) return failure('forbidden');
  const filter = readAuditAddress(Object.fromEntries(new URL(request.url).searchParams));
  await recordLogExport({ editor: actor, filters: Object.keys(filter) });
  const portions = linesOf(filter);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await portions.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void portions.return(undefined),
  });
  return new Response(body, { headers });
});

async function* linesOf(filter: Parameters<typeof readAuditLog>[0]): AsyncGenerator<string, undefined> {
  yield toCsv(COLUMNS, [], { bom: true });
  for await (const events of readAuditLog(filter)) {
    const rows = events.map((event): CsvValue[] => [
      event.id,
      event.at.toISOString(),
      event.actorKind,
      event.userId,
      event.action,
      event.subjectKind,
      event.subjectId,
      event.reference,
      JSON.stringify(event.details),
    ]);
    yield linesWithoutHead(rows);
  }
}

/** The writer begins with a header, which was already sent. */
const linesWithoutHead = (rows: CsvValue[][]) => toCsv([], rows).replace(/^\r\n/, '');
