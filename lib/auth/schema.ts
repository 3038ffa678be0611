import { z } from 'zod';
import { TOKEN_LIFETIMES, TOKEN_SCOPES } from './constants';

const CONTROL_CHARACTERS = /[\u0000-\u001F\u007F-\u009F]/;

const line = (max: number) =>
  z
    .string({ error: 'not_text' })
    .trim()
    .max(max, 'too_long')
    .refine((value) => !CONTROL_CHARACTERS.test(value), 'control_characters');

/** An address as the allow-list stores it. */
export const emailAddress = z
  .string({ error: 'not_an_email' })
  .trim()
  .toLowerCase()
  .max(254, 'not_an_email')
  .pipe(z.email({ error: 'not_an_email' }));

/** Where to go after signing in: a path of this site and nothing else. */
export const nextPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[^\\\u0000-\u001F]*$/)
  .catch('/desk');

export const signInRequest = z.object({ email: emailAddress, next: nextPath });

export const newPerson = z.object({
  email: emailAddress,
  name: line(200).transform((value) => value || null),
  organisation: line(300).transform((value) => value || null),
  role: z.enum(['editor', 'admin'], { error: 'unknown_choice' }),
});

/** What an admin changes of somebody; the address stays, since it is who they are. */
export const changedPerson = newPerson.omit({ email: true });

/** Where nothing is said of what it may do, it may only read. */
export const newToken = z.object({
  scope: z.enum(TOKEN_SCOPES, { error: 'unknown_choice' }).default('read'),
  name: line(80).refine((value) => value.length > 0, 'required'),
  days: z.coerce.number().refine((value) => TOKEN_LIFETIMES.some((days) => days === value), 'unknown_choice'),
});
