import { StatedInterests } from '@/app/desk/parts/stated-interests';
import type { Assignable } from '@/lib/review/assignment/assignees';
import { listInterests } from '@/lib/review/interests/own-interests';

/** What those to whom a contribution can be assigned have stated of their interests. */
export async function CandidatesInterests({ candidates }: { candidates: readonly Assignable[] }) {
  const interests = await listInterests();
  return (
    <ul className="w-full space-y-1 text-sm">
      {candidates
        .filter(({ blocker }) => blocker === null)
        .map(({ userId, name }) => (
          <li key={userId}>
            {name}
            <StatedInterests interests={interests.get(userId)} />
          </li>
        ))}
    </ul>
  );
}
