import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { editorNote } from './editor-note';

describe('editor-note', () => {
  itReadsWell(renderMail, editorNote, {
    subject: 'BPF-2020-007: a message from the editors',
    says: [
      '“Call for contributions 2020”',
      'Thank you for the detailed sources.',
      'https://bpf.example.org/en/link/0f1e2d',
      'Pass it on only to colleagues',
    ],
  });
});
