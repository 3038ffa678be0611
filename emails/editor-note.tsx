import { StatusAction } from '@/emails/_parts/contribution';
import { Frame, Paragraph, Quotation } from '@/emails/_parts/frame';
import { previewContribution, subjectOf } from '@/emails/_parts/template';
import type { ContributionMail, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';

export type EditorNoteProps = ContributionMail & { text: string };

/** To the contributor, when the editors write without asking for changes. */
export const editorNote: Template<EditorNoteProps> = {
  subject: subjectOf('editorNote'),
  Mail: EditorNote,
  previewProps: {
    ...previewContribution,
    text: 'Thank you for the detailed sources. We come to your proposals next week.',
  },
};

function EditorNote({ call, url, text, reference: _, ...frame }: EditorNoteProps) {
  const words = mailWords(frame.locale);
  return (
    <Frame {...frame} mail="editorNote">
      <Paragraph>{words('mail.editorNote.body', { call })}</Paragraph>
      <Quotation>{text}</Quotation>
      <Paragraph>{words('mail.editorNote.how')}</Paragraph>
      <StatusAction url={url} words={words} />
    </Frame>
  );
}
