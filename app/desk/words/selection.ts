import { faultInWords } from '@/app/desk/parts/failure-notice';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { SelectedOutcome } from '@/lib/review/selection/run-selected';
import type { SelectionCommand } from '@/lib/review/selection/schema';

/** What a command has done with a contribution. */
export const OUTCOME_WORDS: Record<Exclude<SelectionCommand, 'export'>, string> = {
  assign: 'assigned',
  publish: 'published',
  schedule: 'scheduled to be published',
  request: 'asked for changes',
  write: 'written to',
  tag: 'tagged',
  untag: 'without the tag',
};

/** Why a command left a contribution as it was. */
export const refusalInWords = ({ reason, code }: NonNullable<SelectedOutcome['failed']>): string =>
  `not changed. ${errors.reasons[reason]}${code === null ? '' : ` ${faultInWords(code)}`}`;
