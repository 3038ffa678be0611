import { z } from 'zod';

export const parameters = z.strictObject({ bom: z.literal('1').optional() });
export const words = { bom: 'bom is 1 for a file that Excel is to open, and absent otherwise.' };
