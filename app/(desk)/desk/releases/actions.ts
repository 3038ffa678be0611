'use server';

import { deskAction } from '@/app/_server/action';
import { origin } from '@/lib/env';
import { freezeRelease } from '@/lib/publishing/releases/mutations';
import { newRelease } from '@/lib/publishing/releases/schema';

export const freeze = deskAction({
  may: 'release.create',
  schema: newRelease,
  run: ({ slug, title, notes }, admin) => freezeRelease({ admin, release: { slug, title, notes }, origin: origin() }),
});
