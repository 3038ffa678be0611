import { Action, Aside, Frame, Paragraph, Subtitle } from '@/emails/_parts/frame';
import { previewFrame, subjectOf } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

/** One link for each contribution; the reference is empty for a draft that was not sent. */
export type PrivateLinksProps = MailFrame & {
  /** To everything that is held on the address. */
  heldUrl: string;
  links: { call: string; reference: string; url: string }[];
};

/** To a confirmed address whose owner asked for the way back. */
export const privateLinks: Template<PrivateLinksProps> = {
  subject: subjectOf('privateLinks'),
  Mail: PrivateLinks,
  previewProps: {
    ...previewFrame,
    heldUrl: 'https://bpf.example.org/en/held/7a6b5c',
    links: [
      { call: 'Call for contributions 2020', reference: '', url: 'https://bpf.example.org/en/link/0f1e2d' },
      { call: 'Call for contributions 2019', reference: 'BPF-2019-007', url: 'https://bpf.example.org/en/link/3c4b5a' },
    ],
  },
};

function PrivateLinks({ links, heldUrl, ...frame }: PrivateLinksProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="privateLinks">
      <Paragraph>{words('mail.privateLinks.body', { count: links.length })}</Paragraph>
      {links.map(({ call, reference, url }) => (
        <div key={url}>
          <Subtitle>
            {reference
              ? words('mail.privateLinks.sent', { call, reference })
              : words('mail.privateLinks.draft', { call })}
          </Subtitle>
          <Action
            href={url}
            label={words(reference ? 'mail.privateLinks.openStatus' : 'mail.privateLinks.openDraft')}
            words={words}
          />
        </div>
      ))}
      <Aside>{words('mail.privateLinks.earlier')}</Aside>
      <Aside>
        {words('mail.privateLinks.held')} {heldUrl}
      </Aside>
      <Aside>{words('mail.privateLinks.unasked')}</Aside>
    </Frame>
  );
}
