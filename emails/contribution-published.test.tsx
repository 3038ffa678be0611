import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionPublished } from './contribution-published';

describe('contribution-published', () => {
  itReadsWell(renderMail, contributionPublished, {
    subject: 'BPF-2020-007 has been published',
    says: [
      'https://bpf.example.org/en/contributions/BPF-2020-007',
      'https://bpf.example.org/en/link/0f1e2d',
      'Date of launch: Accepted with a correction',
      'In the dataset now: 2019-11',
      'Respond to requests for help: Not accepted',
      'Reason: The passage asks for action in one’s own territory only.',
      'Proposed: 28 commissioners, as of 2019-11',
    ],
  });

  it('says nothing of decisions where nothing was proposed', async () => {
    const { text } = await renderMail(contributionPublished, { ...contributionPublished.previewProps, agreements: [] });
    expect(text).not.toContain('What became of your proposals');
  });
});
