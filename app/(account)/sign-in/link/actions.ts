'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { fieldsOf, publicAction } from '@/app/server/action';
import { browserCookie } from '@/app/server/oidc';
import { visitorAddress } from '@/app/server/visitor';
import { confirmIdentity } from '@/lib/accounts/oidc/identities';
import { nextPath } from '@/lib/accounts/schema';
import { countPass } from '@/lib/platform/rate-limit/counters';

/** Makes the account at the provider the person's whose mailed link this is. */
export const confirmAccount = publicAction(async (form) => {
  const counted = await countPass({ endpoint: 'sign_in_link', address: await visitorAddress() });
  if (!counted.ok) return counted;
  const { token = '', next } = fieldsOf(form);
  const result = await confirmIdentity({ token, browser: (await cookies()).get(browserCookie())?.value });
  if (!result.ok) return result;
  redirect(`/sign-in/linked?${new URLSearchParams({ next: nextPath.parse(next) })}`);
});
