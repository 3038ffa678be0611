import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { MessagePlace } from '@/app/ui/message-place';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { IdentityLines } from '@/app/desk/parts/identity-lines';
import { deactivate, unlinkPerson } from '@/app/desk/people/actions';
import { listIdentities } from '@/lib/accounts/oidc/identities';
import { readPerson } from '@/lib/accounts/people';
import { ChangeForm } from './change-form';

export const metadata: Metadata = { title: 'Change a person' };

/** Role, name and organisation of one person, for admins to change. */
export default async function PersonPage({ params }: PageProps<'/desk/people/[id]'>) {
  const { id } = await params;
  const actor = await requireActor(`/desk/people/${encodeURIComponent(id)}`, 'people.manage');
  const person = await readPerson(id);
  if (!person) notFound();
  const { email, name, role, organisation } = person;
  const identities = await listIdentities(id);
  return (
    <>
      <DeskTitle title={name ?? email} lead={name ? email : undefined}>
        <p className="mt-2">
          <Link href="/desk/people" className="link">
            All people
          </Link>
        </p>
      </DeskTitle>
      <ChangeForm userId={id} name={name ?? ''} role={role} organisation={organisation ?? ''} />
      {identities.length > 0 && (
        <section aria-labelledby="identity" className="mt-12 max-w-measure">
          <h2 id="identity" className="mb-2 text-2xl">
            Account at the sign-in provider
          </h2>
          <MessagePlace>
            <IdentityLines identities={identities} />
            <p className="mb-4 text-muted">
              Remove the link if the account there was replaced by another. At the next sign-in a link is mailed to
              them, which confirms the other one. Their sessions here go on.
            </p>
            <Command
              action={unlinkPerson}
              fields={{ userId: id }}
              label="Remove the link"
              done="The link is removed."
              about={name ?? email}
            />
          </MessagePlace>
        </section>
      )}
      {id !== actor.userId && (
        <section aria-labelledby="remove" className="mt-12 max-w-measure">
          <h2 id="remove" className="mb-2 text-2xl">
            Remove from the desk
          </h2>
          <p className="mb-4 text-muted">
            They can’t sign in any more, and learn this if they are working now. Their tokens stop working. What they
            decided stays recorded in their name; the contributions they looked after are unassigned.
          </p>
          <Command action={deactivate} fields={{ userId: id }} label="Remove" done="Removed." about={name ?? email} />
        </section>
      )}
    </>
  );
}
