import { Link } from '@/app/ui/link';
import type { RecordValue } from '@/lib/agreements/facts/fact';
import { factText } from '@/lib/agreements/facts/pieces';
import { referenceNames } from '@/app/server/reference-names';
import { Evidence } from '@/app/desk/participants/evidence';
import type { Options } from '@/app/desk/words/participants';
import type { ProposedParticipant } from '@/lib/review/participants/proposed';
import { initialOf, ProposedDecision } from './proposed-decision';

/** What published contributions propose for the register, each with its decision. */
export async function ProposedList({
  proposed,
  countries,
  decides,
}: {
  proposed: readonly ProposedParticipant[];
  countries: Options;
  /** Whether the reader may decide; others only read. */
  decides: boolean;
}) {
  if (proposed.length === 0) return null;
  const names = await referenceNames();
  return (
    <>
      <h2 className="mb-3 text-2xl">What contributions propose</h2>
      <ul className="mb-10 border-t border-rule">
        {proposed.map((one) => (
          <li key={one.change} className="border-b border-rule py-5 wrap-anywhere">
            <p>
              {one.affiliation === null ? (
                'A contribution without the name of its organisation'
              ) : (
                <bdi>{one.affiliation}</bdi>
              )}{' '}
              proposes in{' '}
              <Link href={`/desk/contributions/${one.reference}`} className="link">
                {one.reference}
              </Link>{' '}
              for <bdi>{one.agreementName}</bdi>:
            </p>
            <p dir="auto" className="mt-1 max-w-measure font-semibold">
              {factText('participations', headOf(one.value), 'en', names)}
            </p>
            <Evidence {...initialOf(one)} />
            {one.note && (
              <p dir="auto" className="mt-1 max-w-measure text-sm text-muted">
                {one.note}
              </p>
            )}
            {decides && <ProposedDecision proposed={one} countries={countries} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who it is and what it did; the evidence follows. */
const headOf = ({ quotation: _quotation, reservation: _reservation, link: _link, ...head }: RecordValue) => head;
