import { z } from 'zod';
import { questionnaire } from '@/lib/calls/schema';

export const PORTABLE_FORMAT = 'bpf-questionnaire';
/** A draft as it is typed: complete or not, for this editor alone. */
export const DRAFT_FORMAT = `${PORTABLE_FORMAT}-draft`;
export const PORTABLE_VERSION = 1;

/** A questionnaire as a file: for another call, another installation, or a program. */
export const portableQuestionnaire = z
  .strictObject({
    format: z.literal(PORTABLE_FORMAT),
    version: z.literal(PORTABLE_VERSION).describe('The version of this format.'),
    content: questionnaire,
  })
  .meta({ title: 'Questionnaire', description: 'What a call for contributions asks, in its order.' });
export type PortableQuestionnaire = z.infer<typeof portableQuestionnaire>;

/** The JSON schema of such files. */
export const portableJsonSchema = (id: string) => ({
  ...z.toJSONSchema(portableQuestionnaire, { io: 'input', unrepresentable: 'any' }),
  $id: id,
});
