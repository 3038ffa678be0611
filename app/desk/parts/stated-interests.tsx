import { sayDay } from '@/lib/platform/i18n/dates';
import { listInterests } from '@/lib/review/interests/own-interests';

/** What a person has stated of their interests, folded under its date. */
export function StatedInterests({ interests }: { interests: { text: string; at: Date } | undefined }) {
  if (!interests) return <span className="block text-sm font-normal text-muted">No statement of interests yet</span>;
  return (
    <details className="text-sm font-normal">
      <summary className="link w-fit">Interests, stated on {sayDay(interests.at.toISOString(), 'en')}</summary>
      <p dir="auto" className="max-w-measure py-1 whitespace-pre-line wrap-anywhere">
        {interests.text}
      </p>
    </details>
  );
}

/** What each of these people has stated of their interests: for those who assign. */
export async function PeoplesInterests({ people }: { people: readonly { userId: string; name: string }[] }) {
  const interests = await listInterests();
  return (
    <ul className="w-full space-y-1 text-sm">
      {people.map(({ userId, name }) => (
        <li key={userId}>
          {name}
          <StatedInterests interests={interests.get(userId)} />
        </li>
      ))}
    </ul>
  );
}
