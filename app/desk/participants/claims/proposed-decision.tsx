import type { Options } from '@/app/desk/words/participants';
import { foldText } from '@/lib/platform/text/fold-text';
import type { ProposedParticipant } from '@/lib/review/participants/proposed';
import { ProposalForms } from './proposal-forms';

type ProposedDecisionProps = { proposed: ProposedParticipant; countries: Options };

/** The decision on a proposed participant: the same forms among all of them and on the page of their contribution. */
export function ProposedDecision({ proposed, countries }: ProposedDecisionProps) {
  const { reference, change, value, agreementName, affiliation } = proposed;
  return (
    <ProposalForms
      reference={reference}
      change={change}
      about={`${value.name}, ${agreementName}`}
      initial={affiliation === null ? null : initialOf(proposed)}
      countries={countries}
    />
  );
}

/** The proposed parts in the fields of an entry. Who speaks of itself declares it itself. */
export function initialOf({ value, source, affiliation }: ProposedParticipant) {
  const part = (name: string) => (value[name] === undefined ? null : String(value[name]));
  const isItself = foldText(part('name') ?? '') === foldText(affiliation ?? '');
  return {
    kind: part('participant'),
    name: part('name'),
    action: part('action'),
    date: part('date'),
    link: part('link'),
    quotation: part('quotation'),
    reservation: part('reservation'),
    source,
    declaredBy: isItself ? 'participant' : 'third_party',
  };
}
