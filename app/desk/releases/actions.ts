'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { origin } from '@/lib/platform/env';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { newRelease } from '@/lib/publication/releases/schema';
import { setWithheld, withholdingInput } from '@/lib/publication/withholding/withholding';

export const freeze = deskAction({
  may: 'release.create',
  schema: newRelease,
  run: ({ slug, title, notes }, admin) => freezeRelease({ admin, release: { slug, title, notes }, origin: origin() }),
});

export const withhold = deskAction({
  may: 'publication.withhold',
  schema: withholdingInput.extend({ release: z.string(), withheld: z.enum(['yes', 'no']) }),
  run: async ({ release, withheld, reason }, admin) => {
    const subject = { kind: 'release' as const, key: release };
    const result = await setWithheld({ admin, subject, reason, withheld: withheld === 'yes' });
    if (result.ok) redirect('/desk/releases');
    return result;
  },
});
