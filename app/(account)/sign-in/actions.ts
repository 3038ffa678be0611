'use server';

import { after } from 'next/server';
import { redirect } from 'next/navigation';
import { fieldsOf, publicAction } from '@/app/_server/action';
import { visitorAddress } from '@/app/_server/visitor';
import { countPass } from '@/lib/abuse/mutations';
import { requestSignIn } from '@/lib/auth/sign-in/mutations';
import { describeFailure } from '@/lib/mail/delivery';

/** Asks for a sign-in link. Every address gets the same answer, and gets it before we look whether it is on the list. */
export const askForLink = publicAction(async (form) => {
  const address = await visitorAddress();
  const counted = await countPass({ door: 'sign_in', address });
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
