import { z } from 'zod';
import { at, AT_WORDS } from '@/app/api/v1/parameters';

export const parameters = z.strictObject({ at });
export const words = { at: AT_WORDS };
