import { z } from 'zod';
import { routing } from '@/lib/platform/i18n/routing';

/** Which contribution is meant: this browser's one for the call. */
export const placeSchema = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type Place = z.infer<typeof placeSchema>;
