/** A sentence for each reason why signing in can fail, by next-auth's name for it or ours. */
const SENTENCES = {
  AccessDenied: 'This address is not, or no longer, on the list of editors. An admin can change that.',
  Verification:
    'This link no longer works: it has been used, has expired, or was cut when it was copied. Please ask for a new one.',
  SessionRequired:
    'Your session on this browser has ended. Please sign in again; you are taken back to where you were going.',
  EmailSignin: 'The mail with the link could not be sent. Please try again in a few minutes.',
  EmailCreateAccount:
    'This address was taken off the list of editors while the link was on its way. An admin can change that.',
  TooManyRequests:
    'Too many sign-in links have been used from your network within an hour. Please wait a few minutes, then open the link in the mail again.',
  OAuthSignin:
    'The sign-in provider does not answer just now. Please try again in a few minutes, or ask for a link by mail if this page offers one.',
  OAuthCallback:
    'The sign-in provider did not confirm this sign-in: it took longer than a quarter of an hour, was begun in another browser, was used before, or the provider does not answer just now. Please begin again.',
  OidcCancelled: 'You ended the sign-in at the provider. Begin again whenever you like.',
  OidcUnverified:
    'The sign-in provider has not verified the e-mail address of your account, so it can’t be compared with the list of editors. Have the address verified there, then sign in again.',
  OidcOtherAccount:
    'You have signed in with another account of the provider than the one that belongs to this person at the desk. Sign in with that one, or ask an admin to remove the link between the two.',
  IdentityLink:
    'This link no longer works: it has been used, has expired, or was cut when it was copied. Please sign in again for a new one.',
  Configuration: 'This server is not set up for signing in. An admin has to look at its configuration.',
  Callback: 'Something went wrong on our side. Please ask for a new link and try again.',
} as const;

export type SignInError = keyof typeof SENTENCES;

/**
 * The error named in the address. Anything without a sentence, such as an exception's message, counts as the general
 * one.
 */
export function signInError(named: unknown): SignInError {
  const name = named === 'configuration' ? 'Configuration' : String(named);
  return isKnown(name) ? name : 'Callback';
}

const isKnown = (name: string): name is SignInError => Object.hasOwn(SENTENCES, name);

export const sentenceForSignIn = (error: SignInError): string => SENTENCES[error];
