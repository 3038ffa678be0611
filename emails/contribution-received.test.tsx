import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/mail/rendering';
import { itReadsWell } from './_parts/reading';
import { contributionReceived } from './contribution-received';

describe('contribution-received', () => {
  itReadsWell(renderMail, contributionReceived, {
    subject: 'BPF-2020-007: your contribution has arrived',
    says: [
      'https://bpf.example.org/en/link/0f1e2d',
      'What else should we know?',
      'The next report is due in spring.',
      'Cybersecurity Tech Accord',
      'Response team exchange',
      'Global Commission on the Stability of Cyberspace: 4 values',
    ],
  });

  it('keeps the paragraphs of an answer apart, takes markup for text, and leaves out what was not sent', async () => {
    const copy = { answers: [{ title: 'Comments', text: 'One.\n\n<b>Two</b> & three.' }], signatures: [], projects: [], proposals: [{ agreement: 'MANRS', values: 1 }] };
    const { text, html } = await renderMail(contributionReceived, { ...contributionReceived.previewProps, copy });
    expect(text).toContain('One.\n\n<b>Two</b> & three.');
    expect(html).not.toContain('<b>Two');
    expect(text).toContain('MANRS: 1 value\n');
    expect(text).not.toMatch(/Agreements signed|Projects/);
  });
});
