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

  it('tells what the desk has today, with addresses and without contributors', async () => {
    const summary = {
      arrived: { count: 12, references: ['BPF-2020-031', 'BPF-2020-032'] },
      mine: { count: 1, references: ['BPF-2020-007'] },
      approvals: 1,
      calls: [{ title: 'Call for contributions 2026', closesAt: '2026-12-04T22:59:59.000Z', days: 5 }],
    };
    const { subject, text } = await renderMail(deskNotices, { ...deskNotices.previewProps, summary });
    expect(subject).toBe(
      'The desk today: 3 notices, 12 new contributions, one contribution waits for you, one approval waits for you, one call closes soon',
    );
    for (const line of [
      'https://bpf.example.org/desk/contributions/BPF-2020-032',
      'and 10 more',
      'https://bpf.example.org/desk/approvals',
      '“Call for contributions 2026”: 5 days left, until 4 December 2026',
    ])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(line);
    const none = { count: 0, references: [] };
    const quiet = {
      ...deskNotices.previewProps,
      groups: [],
      summary: { ...summary, arrived: none, mine: none, approvals: 0 },
    };
    expect(deskNotices.subject(quiet)).toBe('The desk today: one call closes soon');
    expect((await renderMail(deskNotices, quiet)).text).not.toContain('BPF-2020-0');
  });
});
