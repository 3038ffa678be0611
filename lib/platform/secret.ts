import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link or a token: 256 random bits, in letters that survive a URL and a line break in a mail. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What is stored of a secret. A plain hash is enough, because the secret is too random to be guessed. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
