import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionRestored } from './contribution-restored';

describe('contribution-restored', () => {
  itReadsWell(renderMail, contributionRestored, {
    subject: 'BPF-2020-007 is public again',
    says: [
      'Call for contributions 2020',
      'https://bpf.example.org/en/contributions/BPF-2020-007',
      'https://bpf.example.org/en/link/0f1e2d',
    ],
  });
});
