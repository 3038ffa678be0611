import { auditFilter } from '@/lib/platform/audit/schema';
import type { AuditFilter } from '@/lib/platform/audit/schema';

/** The filters in the page's address; empty form fields do not count. */
export function readAuditAddress(search: Record<string, string | string[] | undefined>): AuditFilter {
  return auditFilter.parse(Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '')));
}

/** The same filters as a query, from the first page unless `after` is given. */
export function auditQuery({ after: _, ...filter }: AuditFilter, after?: string): string {
  const query = new URLSearchParams({ ...filter, ...(after && { after }) }).toString();
  return query === '' ? '' : `?${query}`;
}
