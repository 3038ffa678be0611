import { MessagePlace } from '@/app/ui/message-place';
import { listAgreementNames } from '@/lib/agreements/cells';
import { listOpenTargets } from '@/lib/review/targets';
import type { OpenTarget } from '@/lib/review/targets';
import { Command } from '@/app/desk/parts/command';
import { separate } from './actions';
import { ChooseTarget } from './choose-target';

/** Options for a proposed new agreement that already exists or is proposed elsewhere. */
export async function TargetsPanel({ reference, mayDecide }: { reference: string; mayDecide: boolean }) {
  const targets = mayDecide ? await listOpenTargets(reference) : [];
  const agreements =
    targets.length === 0 ? [] : (await listAgreementNames()).map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <MessagePlace className="pb-10">
      {targets.length > 0 && (
        <section aria-labelledby="targets" className="border-t border-ink pt-6 pb-10">
          <h2 id="targets" className="text-2xl">
            Is it really new?
          </h2>
          <ul className="mt-4 space-y-8">
            {targets.map((target) => (
              <Target key={target.id} reference={reference} target={target} agreements={agreements} />
            ))}
          </ul>
        </section>
      )}
    </MessagePlace>
  );
}

type TargetProps = { reference: string; target: OpenTarget; agreements: { value: string; label: string }[] };

function Target({ reference, target: { id, name, together, others }, agreements }: TargetProps) {
  return (
    <li>
      <h3 className="text-lg" dir="auto">
        {name}
      </h3>
      {together.length > 0 && (
        <div className="mt-2">
          <p>
            Decided together with{' '}
            {together.map((other, at) => (
              <span key={other.id}>
                {at > 0 && ', '}
                <a href={`/desk/contributions/${other.reference}`} className="link">
                  {other.reference}
                </a>{' '}
                <span dir="auto">({other.name})</span>
              </span>
            ))}
            : the first name accepted makes one agreement of them, and cells that say the same are credited to all.
          </p>
          <div className="mt-2">
            <Command
              action={separate}
              fields={{ reference, proposal: id }}
              label="Decide it on its own"
              done="It is decided on its own from now on."
              about={name}
              variant="quiet"
            />
          </div>
        </div>
      )}
      {others.length > 0 && (
        <ChooseTarget
          kind="merge"
          reference={reference}
          proposal={id}
          options={others.map((other) => ({ value: other.id, label: `${other.reference}: ${other.name}` }))}
        />
      )}
      <ChooseTarget kind="turn" reference={reference} proposal={id} options={agreements} />
    </li>
  );
}
