import { z } from 'zod';

/** The key of a question or section: it never changes and means the same in every year. */
export const questionKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);
