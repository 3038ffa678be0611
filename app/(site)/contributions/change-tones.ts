import type { TagTone } from '@/app/ui/tag';
import type { PublicProposedCell } from '@/lib/publication/contributions/schema';

/** The tone of the tag for the status of a proposed change. */
export const CHANGE_TONES: Record<PublicProposedCell['status'], TagTone> = {
  pending: 'neutral',
  accepted: 'ok',
  amended: 'ok',
  rejected: 'danger',
  superseded: 'warn',
  withdrawn: 'neutral',
};
