import { z } from 'zod';
import { DECLARED_BY, PARTICIPANT_KINDS, PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';

/** What may leave the register of participants for the public; strict, as all of lib/publication/schema.ts. */
const publicParticipant = z.strictObject({
  slug: z.string().describe('Its short name in addresses. It never changes.'),
  kind: z.enum(PARTICIPANT_KINDS),
  name: z.string(),
  country: z.string().nullable().describe('Two letters as in ISO 3166; of an organisation, where it has its seat.'),
  group: z.string().nullable().describe('The stakeholder group, where it is known.'),
});

const evidence = z.strictObject({
  source: z.string().nullable().describe('A document in words.'),
  link: z.string().nullable(),
  quotation: z.string().nullable().describe('A passage of the source. It is not covered by the licence of the data.'),
  contribution: z.string().nullable().describe('The reference of a published contribution that says so.'),
  gone: z
    .enum(['withdrawn', 'taken_down', 'corrected'])
    .nullable()
    .describe('Why a contribution that was evidence is not any more. The row rests on the other evidence.'),
});

const participation = {
  id: z.string().describe('Of the row; it never changes.'),
  action: z.enum(PARTICIPATION_ACTIONS).describe('“member” belongs to the body that made the agreement: no signature.'),
  date: z.string().nullable().describe('As precisely as it is known: a year, a month or a day.'),
  evidence,
  declaredBy: z.enum(DECLARED_BY),
  verified: z.boolean().describe('A second editor has compared it with its evidence.'),
  reservation: z.string().nullable().describe('A reservation or declaration, as text.'),
};
const agreement = z.strictObject({ slug: z.string(), name: z.string(), shortName: z.string() });

export const publicParticipation = z.strictObject({ ...participation, participant: publicParticipant, agreement });

export const publicParticipantLine = publicParticipant.extend({
  actions: z.array(z.enum(PARTICIPATION_ACTIONS)),
  agreements: z.array(z.string()).describe('The agreements that it has to do with, by slug.'),
});

export const publicParticipantRecord = publicParticipant.extend({
  formerNames: z.array(z.string()),
  participations: z.array(z.strictObject({ ...participation, agreement })),
});

const counted = z.strictObject({
  counted: z.string().describe('What the dataset says is counted: signatories, parties, supporters and the like.'),
  unit: z.string().nullable(),
  claimed: z.number().describe('The newest number that the dataset has, with its source there.'),
  exactness: z.string().nullable().describe('“at-least” or “about”, where the source is not exact.'),
  asOf: z.string().nullable(),
  computed: z.number().nullable().describe('The rows of the register that are such; null where rows can’t tell.'),
  difference: z.number().nullable().describe('Claimed less computed.'),
});
export const publicCounts = z.strictObject({
  rows: z.record(z.enum(PARTICIPATION_ACTIONS), z.number()).describe('Participants in the register, by action.'),
  beside: z.array(counted),
  unnamed: z
    .number()
    .nullable()
    .describe('Published contributions that say so without naming their organisation; null for fewer than five.'),
  withdrawn: z
    .number()
    .nullable()
    .describe('Rows without evidence since a contribution was withdrawn or taken down; null for fewer than five.'),
});

export type PublicParticipation = z.infer<typeof publicParticipation>;
export type PublicParticipantLine = z.infer<typeof publicParticipantLine>;
export type PublicParticipantRecord = z.infer<typeof publicParticipantRecord>;
export type PublicCounts = z.infer<typeof publicCounts>;
