import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionDeclined } from './contribution-declined';

describe('contribution-declined', () => {
  itReadsWell(renderMail, contributionDeclined, {
    subject: 'BPF-2020-007 will not be published',
    says: [
      '“Call for contributions 2020”',
      'It describes a product and names no agreement.',
      'https://bpf.example.org/en/link/0f1e2d',
      'Pass it on only to colleagues',
    ],
  });
});
