import type { Failure } from '@/lib/platform/errors';

/** After a conflict the next attempt is compared with what is stored now: its author has seen that it is different. */
export function versionAfter(failure: Failure | null): number | undefined {
  const now = failure?.issues?.find(({ path }) => path === 'version')?.params?.version;
  return typeof now === 'number' ? now : undefined;
}
