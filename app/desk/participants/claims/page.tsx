import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { EmptyState } from '@/app/ui/empty-state';
import { MessagePlace } from '@/app/ui/message-place';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { countryOptions } from '@/app/desk/words/participants';
import { listClaims } from '@/lib/review/participants/claims';
import { listProposedParticipants } from '@/lib/review/participants/proposed';
import { readableFor } from '@/lib/review/readable';
import { ClaimForms } from './claim-forms';
import { ProposedList } from './proposed-list';

const TITLE = 'Participants in contributions';
export const metadata: Metadata = { title: TITLE };

/** More are shown when these are decided. */
const SHOWN = 25;

export default async function ClaimsPage() {
  const actor = await requireActor('/desk/participants/claims', 'contribution.read');
  const [decides, readable] = [can(actor, 'contribution.decide'), readableFor(actor)];
  const redacted = !can(actor, 'contribution.redact');
  const [claims, proposed] = [
    readable(await listClaims({ redacted })),
    readable(await listProposedParticipants({ redacted })),
  ];
  const countries = countryOptions();
  return (
    <>
      <DeskTitle
        title={TITLE}
        lead="What published contributions say of who takes part: what their organisation signed, and what they propose for the register. Each becomes a row only when you enter it. A contribution that does not name its organisation makes no row: readers see only how many they are."
      >
        <p className="mt-3">
          <Link href="/desk/participants" className="link">
            All participants
          </Link>
        </p>
      </DeskTitle>
      <MessagePlace>
        {claims.length + proposed.length === 0 && <EmptyState title="Nothing waits" />}
        <ProposedList proposed={proposed.slice(0, SHOWN)} countries={countries} decides={decides} />
        {claims.length > 0 && <h2 className="mb-3 text-2xl">What organisations say that they signed</h2>}
        <ul className="border-t border-rule empty:hidden">
          {claims.slice(0, SHOWN).map(({ reference, agreement, agreementName, affiliation, country, group, note }) => (
            <li key={`${reference} ${agreement}`} className="border-b border-rule py-5">
              <p>
                <bdi className="font-semibold">{affiliation}</bdi> says in{' '}
                <Link href={`/desk/contributions/${reference}`} className="link">
                  {reference}
                </Link>{' '}
                that it signed <bdi>{agreementName}</bdi>.
              </p>
              {note && (
                <p dir="auto" className="mt-1 max-w-measure text-sm text-muted wrap-anywhere">
                  {note}
                </p>
              )}
              {decides && (
                <ClaimForms
                  reference={reference}
                  agreement={agreement}
                  about={`${affiliation}, ${agreementName}`}
                  countries={countries}
                  initial={{
                    kind: group === 'government' ? 'state' : 'organisation',
                    name: affiliation,
                    country,
                    group,
                  }}
                />
              )}
            </li>
          ))}
        </ul>
        {(claims.length > SHOWN || proposed.length > SHOWN) && (
          <p className="mt-4 text-muted">The {SHOWN} oldest are shown; the others follow when these are decided.</p>
        )}
      </MessagePlace>
    </>
  );
}
