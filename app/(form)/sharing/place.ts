import { z } from 'zod';
import { routing } from '@/lib/platform/i18n/routing';

/** Which contribution is meant: the one this browser holds a link to, among those of a call. */
export const placeSchema = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
export type Place = z.infer<typeof placeSchema>;
