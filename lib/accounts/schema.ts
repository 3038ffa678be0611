import { z } from 'zod';
import { filled, line } from '@/lib/platform/text/typed-text';
import { TOKEN_LIFETIMES, TOKEN_SCOPES } from './constants';
import { ROLES } from './policy';

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
  role: z.enum(ROLES, { error: 'unknown_choice' }),
});

/** What an admin may change of a person. The address stays, because it identifies the account. */
export const changedPerson = newPerson.omit({ email: true });

/** A token without stated permissions may only read. */
export const newToken = z.object({
  scope: z.enum(TOKEN_SCOPES, { error: 'unknown_choice' }).default('read'),
  name: filled(line(80)),
  days: z.coerce.number().refine((value) => TOKEN_LIFETIMES.some((days) => days === value), 'unknown_choice'),
});
