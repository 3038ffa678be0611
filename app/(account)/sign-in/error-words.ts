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
