import { z } from 'zod';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';
import { SEARCH_GROUPS } from '@/lib/publication/search/schema';

const MAX_HITS = 50;

export const parameters = z.strictObject({
  q: z.string().trim().min(1).max(MAX_SOUGHT),
  group: z.enum(SEARCH_GROUPS).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_HITS).optional(),
});

export const words = {
  q: `q is what to look for: words of at most ${MAX_SOUGHT} characters together, each of which has to occur in one of its forms.`,
  group: `group is one of: ${SEARCH_GROUPS.join(', ')}. Without it all are searched.`,
  limit: `limit is how many hits of each group come, a whole number from 1 to ${MAX_HITS}; without it 5.`,
};
