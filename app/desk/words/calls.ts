import type { CallNotice } from '@/lib/calls/calls';
import type { DeskCall } from '@/lib/calls/desk-calls';
import { sayDay, sayDeadline } from '@/lib/platform/i18n/dates';
import type { TagTone } from '@/app/ui/tag';

/** The sentences for what a form about a call can get wrong. */
export const CALL_FAULTS: Record<string, string> = {
  not_a_call_name: 'Two to twenty-one small letters, digits and hyphens, such as 2021.',
  not_a_prefix: 'Two to ten capital letters and digits, beginning with a letter, such as BPF.',
  not_a_day: 'Write the day as 2021-10-17.',
  not_a_time: 'Write the time as 23:59.',
  unknown_time_zone: 'Please choose a time zone of the list.',
  closing_before_opening: 'The call would close before it opens. Please change one of the two.',
  deadline_not_later: 'This is not later than the present deadline.',
  deadline_in_the_past: 'This moment has passed. Choose one in the future.',
  paragraph_too_long: 'A paragraph here is longer than 4,000 characters. Part it by an empty line.',
  unknown_placeholder: 'In braces, only {deadline}, {opening} and {year} are known. Please correct the word in braces.',
  opening_unknown: 'This names {opening}, but no opening is given. Give one, or leave the word out.',
  no_placeholder_here: 'A title has no words in braces: write the year in digits.',
  not_a_place: 'Write the place as a whole number: 1 for the first.',
  not_a_word_limit: 'Write a whole number of words, 1 to 10,000.',
  prefix_fixed: 'The first contribution has fixed the beginning of references. It can’t be changed any more.',
  name_taken: 'There is a call of this name already.',
  changed_meanwhile: 'Another admin has changed this in the meantime.',
  call_changed: 'Compare the marked fields with the call’s page before you send again.',
  not_ready_texts: 'Texts are missing.',
  not_ready_deadline: 'The deadline has to be in the future, and after the opening.',
  not_ready_questionnaire: 'The questionnaire has no published version.',
  not_ready_consent: 'The last step does not say what is published.',
  not_ready_files: 'A question asks for files, but the call accepts none.',
  not_ready_walk: 'No test contribution has been walked through.',
};

/** What a call's page at the desk says after an action on it. */
export const CALL_DONE: Record<string, string> = {
  created: 'The call is made. It is not public yet.',
  copied: 'The copy is made. It is not public yet: look at its texts and dates first.',
  edited: 'Stored.',
  shown: 'The call is public.',
  hidden: 'The call is hidden. Contributions to it stay as they are.',
  extended: 'Extended. The call’s page says so.',
  closed: 'Closed. The call’s page says so.',
  reopened: 'Reopened. The call’s page says so.',
  revoked: 'The preview link leads nowhere any more.',
};

const STATES: Record<DeskCall['state'], { word: string; tone: TagTone }> = {
  upcoming: { word: 'Upcoming', tone: 'neutral' },
  open: { word: 'Open', tone: 'ok' },
  late: { word: 'Deadline passed, late ones accepted', tone: 'warn' },
  closed: { word: 'Closed', tone: 'neutral' },
};

/** The state of a call in a word: for one that readers do not see, only that. */
export const callStateInWords = ({ published, state }: Pick<DeskCall, 'published' | 'state'>) =>
  published ? STATES[state] : { word: 'Not public', tone: 'accent' as const };

export const deadlineInWords = ({ closesAt, timeZone }: Pick<DeskCall, 'closesAt' | 'timeZone'>) =>
  closesAt
    ? sayDeadline(closesAt.toISOString(), 'en', timeZone, ({ day, zone }) => `${day}, end of day (${zone})`)
    : 'None: open all year';

export function noticeInWords({ kind, at, closesAt }: CallNotice, timeZone: string): string {
  const day = sayDay(at.toISOString(), 'en', timeZone);
  const until = deadlineInWords({ closesAt, timeZone });
  const words: Record<CallNotice['kind'], string> = {
    extended: `Extended on ${day} until ${until}`,
    closed: `Closed on ${day}`,
    reopened: `Reopened on ${day} until ${until}`,
    hidden: `Taken off this site on ${day}`,
    shown: `On this site again since ${day}`,
  };
  return words[kind];
}
