import { z } from 'zod';
import { PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { isMeant } from '@/lib/agreements/search/filter';
import { foldSought } from '@/lib/agreements/search/normalise';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import type { Facet } from '@/lib/publication/selection';
import type { View, ViewShape } from '@/lib/publication/views/address';
import type { PublicParticipantLine, PublicParticipation } from './schema';

const sought = { value: z.string().transform(foldSought).pipe(z.string().min(1)), most: 1 };
const page = { value: z.string().regex(/^[1-9]\d{0,4}$/), most: 1 };

/** The filters of the list of participants, by their names in addresses. */
export const participantViewShape = {
  q: sought,
  kind: { value: z.enum(PARTICIPANT_KINDS), most: 1 },
  group: { value: z.enum(STAKEHOLDER_GROUPS), most: 1 },
  country: { value: z.string().regex(/^[A-Z]{2}$/), most: 1 },
  action: { value: z.enum(PARTICIPATION_ACTIONS), most: 1 },
  page,
} satisfies ViewShape;
export type ParticipantView = View<typeof participantViewShape>;

/** The filters of the participants of one agreement. */
export const participationViewShape = {
  q: sought,
  kind: { value: z.enum(PARTICIPANT_KINDS), most: 1 },
  action: { value: z.enum(PARTICIPATION_ACTIONS), most: 1 },
  page,
} satisfies ViewShape;
export type ParticipationView = View<typeof participationViewShape>;

export const participantDivisions: Facet<PublicParticipantLine>[] = [
  { name: 'kind', valuesOf: ({ kind }) => [kind] },
  { name: 'group', valuesOf: ({ group }) => (group === null ? [] : [group]) },
  { name: 'country', valuesOf: ({ country }) => (country === null ? [] : [country]) },
  { name: 'action', valuesOf: ({ actions }) => actions },
];

export const participationDivisions: Facet<PublicParticipation>[] = [
  { name: 'kind', valuesOf: ({ participant }) => [participant.kind] },
  { name: 'action', valuesOf: ({ action }) => [action] },
];

/** The participants whose name these words mean. */
export const soughtParticipants = (list: readonly PublicParticipantLine[], words: string | undefined) =>
  words === undefined ? list : list.filter(({ name }) => isMeant(words, [name]));

/** The rows whose participant's name these words mean. */
export const soughtParticipations = (list: readonly PublicParticipation[], words: string | undefined) =>
  words === undefined ? list : list.filter(({ participant }) => isMeant(words, [participant.name]));
