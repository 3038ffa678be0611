import type { OpenForm } from '@/app/(form)/server/form';
import { proposalTitles } from '@/app/(form)/server/listed-proposals';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';

/** What the proposals of a draft are called, by the section each stands in. */
export async function proposalSections(open: OpenForm): Promise<Map<string, string>> {
  const titleOf = await proposalTitles(open);
  const proposals = open.parts.filter(({ position }) => position !== undefined);
  return new Map(proposals.map((part) => [sectionKey(part), titleOf(readValues('proposal', part.data))]));
}
