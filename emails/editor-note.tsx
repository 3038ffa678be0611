import { Action, Aside, Frame, Paragraph, Quotation } from '@/emails/_parts/frame';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type EditorNoteProps = MailFrame & { reference: string; call: string; url: string; text: string };

/** To the contributor, when the editors write without asking for changes. */
export const editorNote: Template<EditorNoteProps> = {
  subject: ({ locale, reference }) => mailWords(locale)('mail.editorNote.subject', { reference }),
  Mail: EditorNote,
  previewProps: {
    locale: 'en',
    host: 'bpf.example.org',
    reference: 'BPF-2020-007',
    call: 'Call for contributions 2020',
    url: 'https://bpf.example.org/en/link/0f1e2d',
    text: 'Thank you for the detailed sources. We come to your proposals next week.',
  },
};

function EditorNote({ call, url, text, reference: _, ...frame }: EditorNoteProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} preview={words('mail.editorNote.preview')} title={words('mail.editorNote.title')}>
      <Paragraph>{words('mail.editorNote.body', { call })}</Paragraph>
      <Quotation>{text}</Quotation>
      <Paragraph>{words('mail.editorNote.how')}</Paragraph>
      <Action href={url} label={words('mail.contribution.statusButton')} copyLink={words('mail.frame.copyLink')} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </Frame>
  );
}
