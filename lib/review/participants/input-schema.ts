import { z } from 'zod';
import {
  DECLARED_BY,
  PARTICIPANT_KINDS,
  PARTICIPATION_ACTIONS,
  PARTICIPATION_LIMITS,
} from '@/lib/agreements/participation-constants';
import { agreementSlug } from '@/lib/agreements/schema';
import { COUNTRIES, STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { foldText } from '@/lib/platform/text/fold-text';
import { REFERENCE } from '@/lib/platform/reference';
import { filled, line, link, optional, pastDate, text } from '@/lib/platform/text/typed-text';

const unknown = { error: 'unknown_choice' };

/** A name of letters or digits, without a way to reach a person: participants are states and organisations. */
const participantName = filled(line(PARTICIPATION_LIMITS.name))
  .refine((name) => foldText(name) !== '', 'required')
  .refine((name) => hideContactDetails(name) === name, 'contact_detail');

const participantShape = {
  kind: z.enum(PARTICIPANT_KINDS, unknown),
  name: participantName,
  country: optional(z.enum(COUNTRIES as [string, ...string[]], unknown)),
  group: optional(z.enum(STAKEHOLDER_GROUPS, unknown)),
};
/** What is said of a participant itself. */
export const participantInput = z.object(participantShape);
export type ParticipantInput = z.infer<typeof participantInput>;

const participationShape = {
  action: z.enum(PARTICIPATION_ACTIONS, unknown),
  date: optional(pastDate),
  source: optional(line(PARTICIPATION_LIMITS.source)),
  link: optional(link),
  quotation: optional(text(PARTICIPATION_LIMITS.quotation)),
  contribution: optional(line(60).pipe(z.string().toUpperCase().regex(REFERENCE, 'unknown_contribution'))),
  declaredBy: z.enum(DECLARED_BY, unknown),
  reservation: optional(text(PARTICIPATION_LIMITS.reservation)),
};
type Evidence = { source?: string; link?: string; quotation?: string; contribution?: string };

/** There is evidence, and a passage says where it stands. */
function demandEvidence({ source, link: address, quotation, contribution }: Evidence, context: z.core.$RefinementCtx) {
  if (!source && !address && !quotation && !contribution)
    context.addIssue({ code: 'custom', message: 'evidence_needed', path: ['link'] });
  else if (quotation && !source && !address)
    context.addIssue({ code: 'custom', message: 'source_required', path: ['source'] });
}

/** What a participant did to an agreement, and by what it is known. */
export const participationInput = z.object(participationShape).superRefine(demandEvidence);
export type ParticipationInput = z.infer<typeof participationInput>;

/** Who it is: a participant, and whether it is a known one. */
export const entryShape = {
  ...participantShape,
  same: optional(z.string().regex(/^[a-z0-9-]{1,80}$/, unknown)),
  apart: z.boolean().default(false),
};

/**
 * A participant with what it did. `same` names the known participant that it is; `apart` says that it is another than
 * those it resembles.
 */
export const entryInput = z
  .object({ agreement: agreementSlug, ...participationShape, ...entryShape })
  .superRefine(demandEvidence);
export type EntryInput = z.infer<typeof entryInput>;

const { contribution: _contribution, ...proposedShape } = participationShape;
/** What a contribution proposes, as an editor accepts it: the contribution is evidence in any case. */
export const proposedEntryShape = { ...proposedShape, ...entryShape };
export const proposedEntry = z.object(proposedEntryShape);
export type ProposedEntry = z.infer<typeof proposedEntry>;
