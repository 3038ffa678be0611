import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { changesRequested } from './changes-requested';

describe('changes-requested', () => {
  itReadsWell(renderMail, changesRequested, {
    subject: 'BPF-2020-007: the editors ask for changes',
    says: [
      '“Call for contributions 2020”',
      'Two points need a source',
      'Which document says so?',
      'Please name the years',
      'https://bpf.example.org/en/link/0f1e2d',
      'Pass it on only to colleagues',
    ],
  });
});
