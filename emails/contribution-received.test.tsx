import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contributionReceived } from './contribution-received';

describe('contribution-received', () => {
  itReadsWell(renderMail, contributionReceived, {
    subject: 'BPF-2020-007: your contribution has arrived',
    says: [
      'https://bpf.example.org/en/link/0f1e2d',
      'Which agreements has your organisation signed?',
      'Paris Call Note: since 2018',
      'Cybersecurity Tech Accord',
      'Response team exchange',
      'Link: https://example.org/exchange',
      'Norms and elements it supports: Interstate cooperation',
      'Update of Global Commission on the Stability of Cyberspace',
      'Date of launch: 2019-11 Source: Final report, November 2019 As of 2019-11 Stood when you proposed it: 2019',
      'attached as a PDF file',
      'Published as: Example Institute, Nauru Stakeholder group: Civil society',
      'The next report is due in spring.',
    ],
  });

  const one = { title: 'Comments', text: '', signatures: [], projects: [], proposals: [], files: [] };
  const { copy } = contributionReceived.previewProps;
  const receipt = (text: string) =>
    renderMail(contributionReceived, {
      ...contributionReceived.previewProps,
      copy: { ...copy, parts: [{ ...one, text }] },
    });

  it('separates paragraphs, shows HTML as text, and leaves out unanswered questions', async () => {
    const parts = [
      { ...one, text: 'One.\n\n<b>Two</b> & three.' },
      { ...one, title: 'Projects' },
    ];
    const { text, html } = await renderMail(contributionReceived, {
      ...contributionReceived.previewProps,
      copy: { ...copy, parts },
    });
    expect(text).toContain('One.\n\n<b>Two</b> & three.');
    expect(html).not.toContain('<b>Two');
    expect(text).not.toContain('Projects');
  });

  it('renders Markdown like the pages, with numbers as they were typed', async () => {
    const { text, html } = await receipt(
      'We *do* **this**: [report](https://example.org/r)\n\n1. a\n3. b\n\n- c\n\n2*3*4=24',
    );
    expect(html).toMatch(/<em>.*do.*<\/em>.*<strong>.*this.*<\/strong>/s);
    expect(html).toContain('href="https://example.org/r"');
    for (const said of ['report https://example.org/r', '1. a', '3. b', '– c', '2*3*4=24'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/\*\*|\]\(/);
  });

  it('renders a text in Arabic or Hebrew from right to left', async () => {
    const { html } = await receipt('\u0646\u0624\u064a\u062f \u0627\u0644\u0627\u062a\u0641\u0627\u0642');
    expect(html).toMatch(/<table[^>]* dir="rtl"[^>]*text-align:right/);
    expect((await receipt('We support it.')).html).not.toContain('dir="rtl"');
  });

  it('says where the copy is if none goes along, and that nothing stood where nothing did', async () => {
    const cell = { key: 'maintainer', criterion: null, stood: null, value: 'A', note: null, source: null, asOf: null };
    const update = { agreement: 'Paris Call', isNew: false, comment: null, cells: [cell] };
    const fresh = { ...update, isNew: true, agreement: 'Another' };
    const { text } = await renderMail(contributionReceived, {
      ...contributionReceived.previewProps,
      attached: false,
      copy: { ...copy, parts: [{ ...one, proposals: [update, fresh] }] },
    });
    expect(text).not.toContain('attached');
    expect(text).toContain('Your status page has the copy below as PDF file and Word file');
    expect(text.match(/Stood when you proposed it: nothing/g)).toHaveLength(1);
  });

  it('names the language that its author chose', async () => {
    const french = { ...copy, language: 'fr', parts: [{ ...one, text: 'Nous le soutenons.' }] };
    expect(
      (await renderMail(contributionReceived, { ...contributionReceived.previewProps, copy: french })).html,
    ).toMatch(/<table[^>]* lang="fr"/);
  });
});
