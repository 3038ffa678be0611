import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { newSignIn } from './new-sign-in';

describe('new-sign-in', () => {
  itReadsWell(renderMail, newSignIn, {
    subject: 'A new sign-in to bpf.example.org',
    says: [
      '26 November 2026 at 14:53 UTC, with Firefox, Windows',
      'If this was you, there is nothing to do',
      'https://bpf.example.org/desk/you#sessions',
    ],
  });
});
