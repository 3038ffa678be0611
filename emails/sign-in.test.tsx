import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { signIn } from './sign-in';

describe('sign-in', () => {
  itReadsWell(renderMail, signIn, {
    subject: 'Your sign-in link for bpf.example.org',
    says: [
      'https://bpf.example.org/sign-in/confirm?token=0f1e2d',
      'It works once, within 30 minutes',
      'You did not ask for it?',
    ],
  });
});
