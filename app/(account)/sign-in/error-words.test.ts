import { expect, it } from 'vitest';
import { sentenceForSignIn, signInError } from './error-words';

it('has a sentence for each error that next-auth or we name, and for no other error', () => {
  const general = sentenceForSignIn('Callback');
  for (const named of [
    'AccessDenied',
    'Verification',
    'SessionRequired',
    'EmailSignin',
    'EmailCreateAccount',
    'TooManyRequests',
    'OAuthSignin',
    'OAuthCallback',
    'OidcCancelled',
    'OidcUnverified',
    'OidcOtherAccount',
    'IdentityLink',
    'configuration',
  ]) {
    expect(sentenceForSignIn(signInError(named))).not.toBe(general);
  }
  for (const named of [
    undefined,
    ['AccessDenied', 'x'],
    'constructor',
    '__proto__',
    'Can’t reach database server at 10.0.0.1',
    'OAuthAccountNotLinked',
  ])
    expect(signInError(named)).toBe('Callback');
});
