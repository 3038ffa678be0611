import { readParameters } from '@/app/api/v1/parameters';
import { parameters, words } from '@/app/data/parameters';
import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { agreementParticipantsCsv } from '@/lib/publication/downloads/agreement-participants';

/** The participants of one agreement: the rows that the dataset's participants.csv has of it. */
export const GET = withApi<{ locale: string; slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const bom = asked.parameters.bom === '1';
  return sendPublished(request, {
    key: `agreement-participants:${slug}${bom ? ':bom' : ''}`,
    tags: [TAGS.participants, TAGS.contributions, TAGS.dataset],
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'Content-Disposition': `attachment; filename="participants-${slug}.csv"` },
    make: () => agreementParticipantsCsv(slug, { bom }),
  });
});
