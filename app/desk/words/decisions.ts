import type { TagTone } from '@/app/ui/tag';
import type { ChangeStatus } from '@/lib/contributions/state';

/** The outcome of a proposed change. */
export const CHANGE_STATUS_WORDS: Record<ChangeStatus, { word: string; tone: TagTone }> = {
  pending: { word: 'Undecided', tone: 'accent' },
  accepted: { word: 'Accepted', tone: 'ok' },
  amended: { word: 'Accepted, corrected', tone: 'ok' },
  rejected: { word: 'Rejected', tone: 'neutral' },
  superseded: { word: 'Superseded', tone: 'neutral' },
  withdrawn: { word: 'Taken back', tone: 'neutral' },
};

/** An earlier decision may have been undone since. */
export const earlierDecisionWord = (kind: ChangeStatus | 'reverted') =>
  kind === 'reverted' ? 'Taken back' : CHANGE_STATUS_WORDS[kind].word;

/** The editor's possible choices. */
export const OUTCOME_WORDS = {
  accept: 'Accept',
  beside: 'State beside the current value',
  dispute: 'Mark as disputed',
  amend: 'Accept, corrected',
  reject: 'Reject',
} as const;
