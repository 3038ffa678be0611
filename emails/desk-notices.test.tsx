import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { deskNotices } from './desk-notices';

describe('desk-notices', () => {
  itReadsWell(renderMail, deskNotices, {
    subject: 'The desk today: 3 notices',
    says: [
      'Assigned to you',
      'BPF-2020-007',
      'You are mentioned in an internal note',
      'https://bpf.example.org/desk/contributions/BPF-2020-009',
      'https://bpf.example.org/desk/you',
      'once a day',
    ],
  });

  it('names a single notice in its subject and links straight to it', async () => {
    const [assigned] = deskNotices.previewProps.groups;
    const { subject, text } = await renderMail(deskNotices, {
      ...deskNotices.previewProps,
      daily: false,
      groups: assigned ? [assigned] : [],
    });
    expect(subject).toBe('BPF-2020-007: assigned to you');
    expect(text.match(/https:\S+/g)).toEqual(['https://bpf.example.org/desk/contributions/BPF-2020-007']);
  });

  it('counts several notices in one mail', () => {
    expect(deskNotices.subject({ ...deskNotices.previewProps, daily: false })).toBe('The desk: 3 notices');
  });
});
