import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { enteredOnBehalf } from './entered-on-behalf';

describe('entered-on-behalf', () => {
  itReadsWell(renderMail, enteredOnBehalf, {
    subject: 'Please check what we entered on your behalf',
    says: [
      'https://bpf.example.org/en/link/0f1e2d',
      'from a telephone call of 3 November 2020',
      'Nothing of it is published before.',
      'The link works for 30 days.',
      'If you know nothing of this, there is nothing to do.',
    ],
  });

  it('has a single link and no reference', async () => {
    const { html, text } = await renderMail(enteredOnBehalf, enteredOnBehalf.previewProps);
    expect(new Set(html.match(/https?:\/\/bpf[^"<\s]*/g))).toEqual(new Set([enteredOnBehalf.previewProps.url]));
    expect(text).not.toMatch(/BPF-\d/);
  });

  it('says for each source from what it was entered', async () => {
    const sources = ['telephone', 'conversation', 'letter', 'mail', 'file'] as const;
    const texts = await Promise.all(
      sources.map((source) => renderMail(enteredOnBehalf, { ...enteredOnBehalf.previewProps, source })),
    );
    expect(new Set(texts.map(({ text }) => text)).size).toBe(sources.length);
  });
});
