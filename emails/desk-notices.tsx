import type mail from '@/lib/platform/i18n/messages/en/mail.json';
import { Action, Address, Aside, Frame, Subtitle } from '@/emails/_parts/frame';
import { previewFrame } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import { Line } from '@/emails/_parts/written-text';

export type NoticeGroup = {
  kind: keyof (typeof mail)['deskNotices']['kinds'];
  /** References, or names of agreements; never contributors. */
  items: { name: string; url: string }[];
};

export type DeskNoticesProps = MailFrame & {
  /** Where the editor reads all of their notices. */
  url: string;
  /** The mail covers a whole day. */
  daily: boolean;
  groups: NoticeGroup[];
};

/** To an editor: their notices at the desk. Names references and events, but quotes no text that people wrote. */
export const deskNotices: Template<DeskNoticesProps> = {
  subject: countingSubject,
  Mail: DeskNotices,
  previewProps: {
    ...previewFrame,
    url: 'https://bpf.example.org/desk/you',
    daily: true,
    groups: [
      {
        kind: 'assigned',
        items: [{ name: 'BPF-2020-007', url: 'https://bpf.example.org/desk/contributions/BPF-2020-007' }],
      },
      {
        kind: 'mentioned',
        items: [
          { name: 'BPF-2020-004', url: 'https://bpf.example.org/desk/contributions/BPF-2020-004' },
          { name: 'BPF-2020-009', url: 'https://bpf.example.org/desk/contributions/BPF-2020-009' },
        ],
      },
    ],
  },
};

function countingSubject({ locale, daily, groups }: DeskNoticesProps): string {
  const words = mailWords(locale);
  const count = countOf(groups);
  const [group] = groups;
  const [item] = group?.items ?? [];
  if (daily) return words('mail.deskNotices.subjectDaily', { count });
  if (count > 1 || !group || !item) return words('mail.deskNotices.subjectMany', { count });
  return words('mail.deskNotices.subjectOne', {
    about: item.name,
    what: words(`mail.deskNotices.kinds.${group.kind}`),
  });
}

const countOf = (groups: readonly NoticeGroup[]) => groups.reduce((sum, { items }) => sum + items.length, 0);

function DeskNotices({ url, daily, groups, ...frame }: DeskNoticesProps) {
  const words = mailWords(frame.locale);
  const one = countOf(groups) === 1 ? groups[0]?.items[0] : undefined;
  return (
    <Frame {...frame} mail="deskNotices" title={daily && words('mail.deskNotices.titleDaily')}>
      {groups.map(({ kind, items }) => (
        <div key={kind}>
          <Subtitle>{capitalised(words(`mail.deskNotices.kinds.${kind}`))}</Subtitle>
          {items.map((item) => (
            <div key={item.name}>
              <Line>{item.name}</Line>
              {!one && <Address href={item.url} />}
            </div>
          ))}
        </div>
      ))}
      <Action
        href={one?.url ?? url}
        label={words(one ? 'mail.deskNotices.button' : 'mail.deskNotices.buttonMany')}
        words={words}
      />
      <Aside>{words('mail.deskNotices.choose')}</Aside>
    </Frame>
  );
}

/** The words for a kind of notice, after a reference in the subject, and as a heading here. */
const capitalised = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
