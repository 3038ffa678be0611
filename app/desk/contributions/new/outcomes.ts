import { cookies } from 'next/headers';
import { z } from 'zod';
import { REASONS } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';
import { origin } from '@/lib/platform/env';
import { cutText } from '@/lib/platform/text/cut-text';

/** What became of an uploaded file: drafts, or why there is none; of a picture in it: why it is not kept. */
export type FileOutcome = { name: string } & ({ drafts: number } | { reason: Reason });

const COOKIE = 'entered_files';
const PATH = '/desk/contributions/new';
const MAX_NAME = 60;

/** For the next page of this browser alone: names of files are contact data, and belong into no address. */
export async function keepOutcomes(outcomes: readonly FileOutcome[]): Promise<void> {
  const short = outcomes.map(({ name, ...outcome }) => ({ name: cutText(name, MAX_NAME), ...outcome }));
  (await cookies()).set(COOKIE, Buffer.from(JSON.stringify(short)).toString('base64url'), {
    ...{ httpOnly: true, sameSite: 'lax', path: PATH, maxAge: 120, secure: origin().startsWith('https:') },
  });
}

const isReason = (text: unknown): text is Reason => typeof text === 'string' && Object.hasOwn(REASONS, text);
const stored = z.array(
  z.union([
    z.strictObject({ name: z.string(), drafts: z.number() }),
    z.strictObject({ name: z.string(), reason: z.custom<Reason>(isReason) }),
  ]),
);

/** Nothing where the cookie is gone, or was written by another. */
export async function readOutcomes(): Promise<FileOutcome[]> {
  const text = (await cookies()).get(COOKIE)?.value;
  if (text === undefined) return [];
  try {
    return stored.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? [];
  } catch {
    return [];
  }
}
