import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { colleaguesAnswered } from './colleagues-answered';

describe('colleagues-answered', () => {
  itReadsWell(renderMail, colleaguesAnswered, {
    subject: 'Colleagues have answered on your draft',
    says: [
      'your draft for “Call for contributions 2020”',
      '2 comments',
      '1 approval of the text',
      '1 request for changes',
      'https://bpf.example.org/en/link/0f1e2d',
    ],
  });
});
