import { sayCountry } from '@/app/(site)/contributions/attribution';
import { COUNTRIES, STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import contributions from '@/lib/platform/i18n/messages/en/contributions.json';
import participants from '@/lib/platform/i18n/messages/en/participants.json';
import { DECLARED_BY, PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';

export type Options = readonly (readonly [value: string, words: string])[];

export const KIND_OPTIONS: Options = PARTICIPANT_KINDS.map((kind) => [kind, participants.kinds[kind]]);
export const ACTION_OPTIONS: Options = PARTICIPATION_ACTIONS.map((action) => [action, participants.actions[action]]);
export const DECLARED_OPTIONS: Options = DECLARED_BY.map((by) => [by, participants.declared[by]]);
export const GROUP_OPTIONS: Options = [
  ['', 'Not known'],
  ...STAKEHOLDER_GROUPS.map((group) => [group, contributions.groups[group]] as const),
];
/** By name; made on the server, because browsers name and order some of them in other ways. */
export const countryOptions = (): Options => [
  ['', 'None, or not known'],
  ...COUNTRIES.map((code) => [code, sayCountry(code, 'en')] as const).toSorted(([, one], [, other]) =>
    one.localeCompare(other, 'en'),
  ),
];

export const sayKind = (kind: (typeof PARTICIPANT_KINDS)[number]) => participants.kinds[kind];
export const sayAction = (action: (typeof PARTICIPATION_ACTIONS)[number]) => participants.actions[action];

export const CHANGE_WORDS = {
  added: 'Entered',
  corrected: 'Corrected',
  verified: 'Verified',
  removed: 'Removed',
} as const;
