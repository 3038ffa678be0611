import { faultInWords } from '@/app/desk/parts/failure-notice';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import type { TableRowReport } from '@/lib/review/participants/table-schema';

export const TABLE_STATUS_WORDS: Record<string, string> = {
  checking: 'being checked',
  checked: 'checked, not stored yet',
  unreadable: 'could not be read',
  storing: 'being stored',
  stored: 'stored',
  discarded: 'discarded',
};

export const TABLE_OUTCOME_WORDS: Record<TableRowReport['outcome'], string> = {
  fault: 'At fault',
  similar: 'Resembles another',
  new: 'New',
  stored: 'Stored',
  present: 'There already',
};

/** What becomes of a row, in a sentence; a fault names its column. */
export function tableRowWords({ outcome, code = 'invalid', column, similar = [] }: TableRowReport): string {
  switch (outcome) {
    case 'fault':
      if (code === 'fields') return 'It has more or fewer fields than the header.';
      if (code === 'own_participant') return errors.reasons.own_participant;
      return `${column}: ${faultInWords(code)}`;
    case 'similar':
      return `It may be: ${similar.join('; ')}. If so, name that one in the column participant.`;
    case 'new':
      return 'It will be added.';
    case 'stored':
      return 'Added.';
    case 'present':
      return 'Left out: the register has it already.';
  }
}
