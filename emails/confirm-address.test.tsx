import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { confirmAddress } from './confirm-address';

describe('confirm-address', () => {
  itReadsWell(renderMail, confirmAddress, {
    subject: 'Please confirm your e-mail address',
    says: [
      'https://bpf.example.org/en/confirm/0f1e2d',
      'The link works for 7 days.',
      'If you know nothing of this, there is nothing to do.',
    ],
  });

  it('has a single link and no word of any contribution', async () => {
    const { html, text } = await renderMail(confirmAddress, confirmAddress.previewProps);
    expect(new Set(html.match(/https?:\/\/bpf[^"<\s]*/g))).toEqual(new Set([confirmAddress.previewProps.url]));
    expect(text).not.toMatch(/BPF-\d|20\d\d/);
  });
});
