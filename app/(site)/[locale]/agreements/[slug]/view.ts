import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import type { Relations } from '@/lib/publication/relations';
import type { PublicAgreement } from '@/lib/publication/schema';

/**
 * What every part of an agreement's page needs: the agreement, its numbered sources, and which contributions can be
 * linked.
 */
export type AgreementView = {
  agreement: PublicAgreement;
  sources: readonly string[];
  published: PublishedReferences;
  relations: Relations;
};
