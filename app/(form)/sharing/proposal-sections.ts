import type { OpenForm } from '@/app/(form)/server/form';
import { proposalTitles } from '@/app/(form)/server/listed-proposals';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';

/** The titles of a draft's proposals, by section. */
export async function proposalSections(open: OpenForm): Promise<Map<string, string>> {
  const titleOf = await proposalTitles(open);
  const proposals = open.parts.filter(({ position }) => position !== undefined);
  return new Map(proposals.map((part) => [sectionKey(part), titleOf(readValues('proposal', part.data))]));
}
