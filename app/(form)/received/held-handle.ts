import { cookies } from 'next/headers';
import { HELD_MINUTES } from '@/lib/received/held-files';
import { origin } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';

/**
 * The handle of the file that this browser holds for a call. It has the key of the file, so it is in a cookie that no
 * address, log or other page sees.
 */
export const heldHandle = async (call: string): Promise<string | undefined> =>
  (await cookies()).get(nameOf(call))?.value;

/** Only a server action or a route handler may call it. */
export async function keepHandle(call: string, handle: string | null): Promise<void> {
  const store = await cookies();
  for (const locale of routing.locales)
    store.set(nameOf(call), handle ?? '', {
      httpOnly: true,
      sameSite: 'lax',
      secure: origin().startsWith('https:'),
      path: pathsIn(locale).contribute(call),
      maxAge: handle === null ? 0 : HELD_MINUTES * 60,
    });
}

const nameOf = (call: string) => `held_file_${call}`;
