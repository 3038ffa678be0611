import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { RelationHere } from '@/lib/publication/relations';
import type { PublicAgreement } from '@/lib/publication/schema';

/**
 * What every part of an agreement's page needs: the agreement, its numbered sources, which contributions can be linked,
 * and what its values refer to is called.
 */
export type AgreementView = {
  agreement: PublicAgreement;
  sources: readonly string[];
  published: PublishedReferences;
  /** What other agreements say of it. */ relations: readonly RelationHere[];
  names: ReferenceNames;
  /** Each value leads to its short form: not on the page of a past state, or of a retired agreement. */
  correctable: boolean;
};
