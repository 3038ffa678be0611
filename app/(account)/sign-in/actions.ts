'use server';

import { after } from 'next/server';
import { redirect } from 'next/navigation';
import { fieldsOf, publicAction } from '@/app/server/action';
import { visitorAddress } from '@/app/server/visitor';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { requestSignIn } from '@/lib/accounts/sign-in';
import { describeFailure } from '@/lib/notifications/delivery';

/** Asks for a sign-in link. Every address gets the same answer, before we check whether it is on the list. */
export const askForLink = publicAction(async (form) => {
  const address = await visitorAddress();
  const counted = await countPass({ endpoint: 'sign_in', address });
  if (!counted.ok) return counted;
  const result = await requestSignIn(fieldsOf(form), address);
  if (!result.ok) return result;
  after(() =>
    result
      .deliver()
      .catch((error: unknown) => console.error(`A sign-in link could not be sent: ${describeFailure(error)}`)),
  );
  redirect('/sign-in/sent');
});
