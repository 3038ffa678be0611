import { createElement } from 'react';
import { render, toPlainText } from '@react-email/render';
import type { MailFrame, Template } from '@/emails/_parts/template';

export type RenderedMail = { subject: string; html: string; text: string };

/** Renders one mail twice: as HTML, and as text for those who read mail as text. */
export async function renderMail<Props extends MailFrame>(
  template: Template<Props>,
  props: Props,
): Promise<RenderedMail> {
  const html = await render(createElement(template.Mail, props));
  return { subject: template.subject(props), html, text: `${toPlainText(html, PLAIN).trim()}\n` };
}

const heading = (selector: string) => ({
  selector,
  format: 'heading',
  options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 },
});

const PLAIN: Parameters<typeof toPlainText>[1] = {
  wordwrap: 78,
  preserveNewlines: true,
  selectors: [
    { selector: 'title', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: '.html-only', format: 'skip' },
    // The address is printed below each button in full, so the text does not repeat it.
    { selector: 'a.button', format: 'anchor', options: { ignoreHref: true } },
    { selector: 'a', format: 'anchor', options: { hideLinkHrefIfSameAsText: true, linkBrackets: false } },
    heading('h1'),
    heading('h2'),
    heading('h3'),
  ],
};
