import { db } from '@/lib/platform/db/client';
import { makeSignInLink } from './sign-in';

// The program of `npm run sign-in-link` (bin/sign-in-link.mjs): prints a sign-in link for the address it is given.
const result = await makeSignInLink({ email: process.argv[2] ?? '' });
await db.$disconnect();
if (result.ok) {
  console.info(`\nIt works once, within ${result.minutes} minutes, for ${result.email}:\n\n  ${result.url}\n`);
} else {
  console.error(
    result.reason === 'invalid'
      ? 'This is no e-mail address.'
      : 'This address is not, or no longer, on the list of editors. An admin adds people at the desk (People).',
  );
  process.exitCode = 1;
}
