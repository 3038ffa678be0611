import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { countryOptions } from '@/app/desk/words/participants';
import { agreementSlug } from '@/lib/agreements/schema';
import { listChoosableAgreements } from '@/lib/review/participants/desk-register';
import { EntryForm } from './entry-form';

export const metadata: Metadata = { title: 'Add to the register' };

type Props = { searchParams: Promise<{ agreement?: string | string[] }> };

export default async function NewParticipationPage({ searchParams }: Props) {
  await requireActor('/desk/participants/new', 'agreement.propose');
  const { agreement } = await searchParams;
  return (
    <>
      <DeskTitle
        title="Add to the register"
        lead="What a state or an organisation did to an agreement, with the evidence. A participant that is known already is found by its name."
      >
        <p className="mt-3">
          <Link href="/desk/participants" className="link">
            All participants
          </Link>
        </p>
      </DeskTitle>
      <EntryForm
        agreements={await listChoosableAgreements()}
        agreement={agreementSlug.safeParse(agreement).data}
        countries={countryOptions()}
      />
    </>
  );
}
