import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Notice } from './notice';
import { PageHeader } from './page-header';
import { Section } from './section';
import { wholeCodes } from './whole-codes';

const whole = (code: string) => `<span class="whitespace-nowrap">${code}</span>`;
const html = (title: string) => renderToStaticMarkup(<>{wholeCodes(title)}</>);

it.each([
  ['Withdraw BPF-2020-001?', `Withdraw ${whole('BPF-2020-001')}?`],
  ['BPF-OPEN-012', whole('BPF-OPEN-012')],
  ['BPF-2020-001 and BPF-T-3-007 differ', `${whole('BPF-2020-001')} and ${whole('BPF-T-3-007')} differ`],
])('a code in "%s" stays on one line', (title, expected) => {
  expect(html(title)).toBe(expected);
});

it.each(['The UN-GGE report', 'A well-known 2015-2020 plan', 'Nothing to keep whole'])(
  '"%s" may break anywhere',
  (title) => {
    expect(html(title)).toBe(title);
  },
);

it('every kind of heading keeps them whole', () => {
  const title = 'About BPF-2020-001';
  for (const heading of [
    <PageHeader key="page" title={title} eyebrow={title} lead={title} />,
    <Section key="section" id="about" title={title}>
      Words
    </Section>,
    <Notice key="notice" kind="info" title={title} />,
  ]) {
    const shown = renderToStaticMarkup(heading);
    expect(shown.split('BPF-2020-001').length).toBe(shown.split(whole('BPF-2020-001')).length);
    expect(shown).toContain(whole('BPF-2020-001'));
  }
});
