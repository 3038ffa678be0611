import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/platform/env';

/**
 * A signed note of when a form was shown, for a form that is sent without a draft: it says whether the form was filled
 * in faster than a person can, and it names this showing.
 */
export function noteShown(now = new Date()): string {
  const said = `${now.getTime()}.${randomUUID()}`;
  return `${said}.${signatureOf(said)}`;
}

/** How many milliseconds ago the form with this note was shown; 0 for a note that this site did not sign. */
export function millisecondsSince(note: string, now = new Date()): number {
  const [time = '', id = '', signature = ''] = note.split('.');
  const [expected, given] = [Buffer.from(signatureOf(`${time}.${id}`)), Buffer.from(signature)];
  const isSigned = expected.length === given.length && timingSafeEqual(expected, given);
  return isSigned ? Math.max(0, now.getTime() - Number(time)) : 0;
}

const signatureOf = (said: string) =>
  createHmac('sha256', createHmac('sha256', env().NEXTAUTH_SECRET).update('form shown').digest())
    .update(said)
    .digest('base64url');
