import { expect, it } from 'vitest';
import type { MailFrame, Template } from './template';

type Rendered = { subject: string; html: string; text: string };
type Render = <Props extends MailFrame>(template: Template<Props>, props: Props) => Promise<Rendered>;
type Expected = { subject: string; says: string[] };

/** The rules for every mail: the text part has all that the HTML has, no content is loaded, no placeholder is left. */
export function itReadsWell<Props extends MailFrame>(
  render: Render,
  template: Template<Props>,
  { subject, says }: Expected,
): void {
  it('says what happened and what to do, as text and as HTML', async () => {
    const mail = await render(template, template.previewProps);
    expect(mail.subject).toBe(subject);
    const asLine = (words: string) => words.replaceAll(/\s+/g, ' ');
    for (const words of says) {
      expect(asLine(mail.text)).toContain(words);
      expect(asLine(mail.html.replaceAll(/<!--.*?-->/g, '').replaceAll('&amp;', '&'))).toContain(words);
    }
    expect(mail.text).not.toMatch(/<\w|\{\w|undefined|\[object|mail\./);
    expect(mail.html).not.toMatch(/<(img|script|link)\b|url\(|\bsrc=|mail\.\w+\.\w/);
    expect(mail.html).toMatch(/<html[^>]* lang="en"/);
    expect(
      Math.max(
        ...mail.text
          .split('\n')
          .filter((line) => !line.includes('://'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(78);
  });
}
