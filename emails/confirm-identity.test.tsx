import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { confirmIdentity } from './confirm-identity';

describe('confirm-identity', () => {
  itReadsWell(renderMail, confirmIdentity, {
    subject: 'Is this your account? Before you sign in to bpf.example.org',
    says: [
      'https://bpf.example.org/sign-in/link?token=4c5d6e',
      'has signed in with Example login',
      'in the same browser, within 30 minutes',
      'If that was not you',
    ],
  });
});
