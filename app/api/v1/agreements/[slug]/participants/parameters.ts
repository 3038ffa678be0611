import { z } from 'zod';
import { limit, LIMIT_WORDS } from '@/app/api/v1/parameters';

export const parameters = z.strictObject({ after: z.uuid().optional(), limit });

export const words = {
  after: 'after is the value of “next” in an earlier answer, unchanged.',
  limit: LIMIT_WORDS,
};
