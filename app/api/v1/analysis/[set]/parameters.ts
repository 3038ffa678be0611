import { z } from 'zod';
import { at, AT_WORDS } from '@/app/api/v1/parameters';
import { SPACES } from '@/lib/agreements/facts/space';

export const parameters = z.strictObject({ at, space: z.enum(SPACES).optional() });

export const words = { at: AT_WORDS, space: `space is one of: ${SPACES.join(', ')}.` };
