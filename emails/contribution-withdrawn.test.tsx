import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionWithdrawn } from './contribution-withdrawn';

describe('contribution-withdrawn', () => {
  itReadsWell(renderMail, contributionWithdrawn, {
    subject: 'BPF-2020-007 has been withdrawn',
    says: [
      '“Call for contributions 2020”',
      'Its public page',
      'with BPF-2020-007 as their source',
      'https://bpf.example.org/en/link/0f1e2d',
    ],
  });
});
