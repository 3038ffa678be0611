import type { TagTone } from '@/app/ui/tag';
import type { ContributionStatus } from '@/lib/contributions/state';
import type { ApprovalStatus } from '@/lib/review/approvals/approval-list';

type StatusWords = { word: string; tone: TagTone };

export const CONTRIBUTION_STATUS_WORDS: Record<ContributionStatus, StatusWords> = {
  draft: { word: 'Draft', tone: 'neutral' },
  submitted: { word: 'Submitted', tone: 'accent' },
  changes_requested: { word: 'Changes requested', tone: 'warn' },
  published: { word: 'Published', tone: 'ok' },
  unpublished: { word: 'Taken down', tone: 'warn' },
  declined: { word: 'Declined', tone: 'neutral' },
  kept: { word: 'Kept for the editors', tone: 'ok' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral' },
};

export const APPROVAL_STATUS_WORDS: Record<ApprovalStatus, StatusWords> = {
  waiting: { word: 'Waits', tone: 'accent' },
  granted: { word: 'Agreed', tone: 'ok' },
  refused: { word: 'Refused', tone: 'neutral' },
  withdrawn: { word: 'Taken back', tone: 'neutral' },
  lapsed: { word: 'Lapsed', tone: 'warn' },
};
