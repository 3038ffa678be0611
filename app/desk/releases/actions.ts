'use server';

import { deskAction } from '@/app/server/action';
import { origin } from '@/lib/platform/env';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { newRelease } from '@/lib/publication/releases/schema';

export const freeze = deskAction({
  may: 'release.create',
  schema: newRelease,
  run: ({ slug, title, notes }, admin) => freezeRelease({ admin, release: { slug, title, notes }, origin: origin() }),
});
