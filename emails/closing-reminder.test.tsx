import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { closingReminder } from './closing-reminder';

describe('closing-reminder', () => {
  itReadsWell(renderMail, closingReminder, {
    subject: 'Your draft for “Call for contributions 2020” is not sent yet',
    says: [
      '17 October 2020 at 23:59 UTC',
      'https://bpf.example.org/en/link/0f1e2d',
      'You asked for this reminder.',
      'https://bpf.example.org/en/link/0f1e2d?stop=reminder',
    ],
  });
});
