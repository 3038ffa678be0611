import { sayDay } from '@/lib/platform/i18n/dates';
import type mail from '@/lib/platform/i18n/messages/en/mail.json';
import { Action, Address, Aside, Frame, Subtitle } from '@/emails/_parts/frame';
import { previewFrame } from '@/emails/_parts/template';
import type { MailFrame, Template } from '@/emails/_parts/template';
import { mailWords } from '@/emails/_parts/words';
import type { MailWords } from '@/emails/_parts/words';
import { Line } from '@/emails/_parts/written-text';

export type NoticeGroup = {
  kind: keyof (typeof mail)['deskNotices']['kinds'];
  /** References, or names of agreements; never contributors. */
  items: { name: string; url: string; /** Why, in a sentence of ours. */ why?: string }[];
};

type Listed = { count: number; /** As many as a mail names. */ references: string[] };

/** What the desk has for an editor in the morning: numbers, references and titles of calls, never a contributor. */
export type DailySummary = {
  /** Contributions that came since the last such mail. */
  arrived: Listed;
  /** Contributions assigned to the editor. */
  mine: Listed;
  /** Commands that wait for this editor as the second one. */
  approvals: number;
  /** Calls that close soon: the deadline in ISO 8601, and whole days left. */
  calls: { title: string; closesAt: string; days: number }[];
};

export type DeskNoticesProps = MailFrame & {
  /** Where the editor reads all of their notices. */
  url: string;
  /** The mail covers a whole day. */
  daily: boolean;
  /** The address of the desk, for what the summary names. */
  desk: string;
  /** What the desk has for the editor today, if they want to know it. */
  summary?: DailySummary;
  groups: NoticeGroup[];
};

/** To an editor: their notices at the desk. Names references and events, but quotes no text that people wrote. */
export const deskNotices: Template<DeskNoticesProps> = {
  subject: countingSubject,
  Mail: DeskNotices,
  previewProps: {
    ...previewFrame,
    url: 'https://bpf.example.org/desk/you',
    desk: 'https://bpf.example.org/desk',
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

function countingSubject({ locale, daily, groups, summary }: DeskNoticesProps): string {
  const words = mailWords(locale);
  const count = countOf(groups);
  const [group] = groups;
  const [item] = group?.items ?? [];
  if (summary) return words('mail.deskNotices.summary.subject', { what: partsOf(summary, count, words).join(', ') });
  if (daily) return words('mail.deskNotices.subjectDaily', { count });
  if (count > 1 || !group || !item) return words('mail.deskNotices.subjectMany', { count });
  return words('mail.deskNotices.subjectOne', {
    about: item.name,
    what: words(`mail.deskNotices.kinds.${group.kind}`),
  });
}

const countOf = (groups: readonly NoticeGroup[]) => groups.reduce((sum, { items }) => sum + items.length, 0);

function DeskNotices({ url, desk, daily, summary, groups, ...frame }: DeskNoticesProps) {
  const words = mailWords(frame.locale);
  const one = countOf(groups) === 1 && !summary ? groups[0]?.items[0] : undefined;
  return (
    <Frame {...frame} mail="deskNotices" title={daily && words('mail.deskNotices.titleDaily')}>
      {summary && <Summary summary={summary} desk={desk} locale={frame.locale} words={words} />}
      {groups.map(({ kind, items }) => (
        <div key={kind}>
          <Subtitle>{capitalised(words(`mail.deskNotices.kinds.${kind}`))}</Subtitle>
          {items.map((item) => (
            <div key={item.name}>
              <Line>{item.name}</Line>
              {item.why && <Line>{item.why}</Line>}
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

/** "2 notices", "3 new contributions": what the mail tells of, as far as there is any. */
function partsOf({ arrived, mine, approvals, calls }: DailySummary, notices: number, words: MailWords): string[] {
  const counts = { notices, arrived: arrived.count, mine: mine.count, approvals, calls: calls.length } as const;
  const names = ['notices', 'arrived', 'mine', 'approvals', 'calls'] as const;
  return names.flatMap((name) =>
    counts[name] === 0 ? [] : words(`mail.deskNotices.summary.${name}`, { count: counts[name] }),
  );
}

type SummaryProps = { summary: DailySummary; desk: string; locale: MailFrame['locale']; words: MailWords };

function Summary({ summary: { arrived, mine, approvals, calls }, desk, locale, words }: SummaryProps) {
  const heading = (name: 'arrived' | 'mine' | 'approvals' | 'calls', count: number) => (
    <Subtitle>{capitalised(words(`mail.deskNotices.summary.${name}`, { count }))}</Subtitle>
  );
  return (
    <>
      {(['arrived', 'mine'] as const).map((name) => {
        const { count, references } = name === 'arrived' ? arrived : mine;
        if (count === 0) return null;
        return (
          <div key={name}>
            {heading(name, count)}
            {references.map((reference) => (
              <Address key={reference} href={`${desk}/contributions/${reference}`} />
            ))}
            {count > references.length && (
              <Line>{words('mail.deskNotices.summary.more', { count: count - references.length })}</Line>
            )}
          </div>
        );
      })}
      {approvals > 0 && (
        <div>
          {heading('approvals', approvals)}
          <Address href={`${desk}/approvals`} />
        </div>
      )}
      {calls.length > 0 && (
        <div>
          {heading('calls', calls.length)}
          {calls.map(({ title, closesAt, days }) => (
            <Line key={title}>
              {words('mail.deskNotices.summary.call', { title, days, date: sayDay(closesAt, locale) })}
            </Line>
          ))}
        </div>
      )}
    </>
  );
}

/** The words for a kind of notice, after a reference in the subject, and as a heading here. */
const capitalised = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
