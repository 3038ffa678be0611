import { Notice } from '@/app/ui/notice';
import type { Words } from '@/lib/platform/i18n/words';
import type { ReceivedReading } from '@/lib/received/read-received';

type Noticed = keyof ReceivedReading['noticed'];

/** What the person who confirms should know of the file, in sentences; nothing if there is nothing to say. */
export function ReadingNotices({
  reading: { warnings, noticed },
  words,
}: {
  reading: Pick<ReceivedReading, 'warnings' | 'noticed'>;
  words: Words;
}) {
  const said = [
    ...warnings.map((warning) => warningInWords(warning, words)),
    ...Object.entries(noticed).map(([what, count]) => words(`intake.notices.${what as Noticed}`, { count })),
  ];
  if (said.length === 0) return null;
  return (
    <Notice kind="warning" title={words('intake.notices.title')}>
      <ul className="list-disc space-y-1 ps-5">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function warningInWords(warning: ReceivedReading['warnings'][number], words: Words): string {
  switch (warning.kind) {
    case 'other_call':
      return words('intake.notices.other_call', { call: warning.call });
    case 'other_version':
      return words('intake.notices.other_version', { version: warning.version, now: warning.now });
    case 'other_language':
      return words('intake.notices.other_language', { language: warning.language });
    case 'no_identity':
    case 'nothing_written':
    case 'consent_in_file':
      return words(`intake.notices.${warning.kind}`);
  }
}
