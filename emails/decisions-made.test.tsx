import { describe, expect, it } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { decisionsMade } from './decisions-made';

describe('decisions-made', () => {
  itReadsWell(renderMail, decisionsMade, {
    subject: 'BPF-2020-007: what became of your proposals',
    says: [
      'Thank you for the detailed sources.',
      'Name: Accepted',
      'Signatories: Another proposal was chosen',
      'https://bpf.example.org/en/link/0f1e2d',
    ],
  });

  it('shows each kind of value in words', async () => {
    const cell = { criterion: null, outcome: 'accepted', decided: null, reason: null } as const;
    const values = {
      space: ['united-nations', 'Within the United Nations'],
      bindingNature: ['normative', 'Normative, not binding'],
      uniqueElements: [['first', 'second'], 'first; second'],
      signatories: [{ count: 1200, list: ['a'] }, '1,200; 1 name listed'],
      maintainer: [null, 'no value'],
    } as const;
    const cells = Object.entries(values).map(([key, [proposed]]) => ({ ...cell, key, proposed }));
    const { text } = await renderMail(decisionsMade, {
      ...decisionsMade.previewProps,
      agreements: [{ name: 'MANRS', cells }],
    });
    expect(text.match(/^Proposed: .*$/gm)).toEqual(Object.values(values).map(([, words]) => `Proposed: ${words}`));
  });
});
