import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionUnpublished } from './contribution-unpublished';

describe('contribution-unpublished', () => {
  itReadsWell(renderMail, contributionUnpublished, {
    subject: 'BPF-2020-007 has been taken down',
    says: [
      'It describes a third organisation’s internal report.',
      'https://bpf.example.org/en/contributions/BPF-2020-007',
      'stays in the dataset',
      'write to the editors',
      'https://bpf.example.org/en/link/0f1e2d',
    ],
  });
});
