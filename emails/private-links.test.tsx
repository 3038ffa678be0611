import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { privateLinks } from './private-links';

describe('private-links', () => {
  itReadsWell(renderMail, privateLinks, {
    subject: 'Your private links',
    says: [
      'Draft for “Call for contributions 2020”',
      'https://bpf.example.org/en/link/0f1e2d',
      'BPF-2019-007, “Call for contributions 2019”',
      'https://bpf.example.org/en/link/3c4b5a',
      'Links that you had before go on working.',
      'https://bpf.example.org/en/held/7a6b5c',
      'If you did not ask for this mail, there is nothing to do.',
    ],
  });
});
