import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { earlierContribution } from './earlier-contribution';

describe('earlier-contribution', () => {
  itReadsWell(renderMail, earlierContribution, {
    subject: 'BPF-2020-007: the private link of your earlier contribution',
    says: [
      'Call for contributions 2020',
      'https://bpf.example.org/en/link/0f1e2d',
      'If you did not ask for this mail, there is nothing to do.',
    ],
  });
});
