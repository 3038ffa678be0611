import { z } from 'zod';
import { ATTRIBUTIONS } from '@/lib/contributions/constants';
import { typedProposal } from '@/lib/questions/typed-proposal';
import { kinds } from '@/lib/questions/registry';
import type { KindName } from '@/lib/questions/registry';
import { group, oneOf, ticked, typedText } from '@/lib/questions/typed-fields';

/** How a contribution is signed; empty if not chosen yet. */
type Signature = (typeof ATTRIBUTIONS)[number] | 'unnamed' | '';
type Signed = { attribution: Signature; anonymous: boolean; show: { name: boolean; affiliation: boolean } };

/**
 * Drafts from before the question was asked are signed by what they ticked. A stored contribution may stay `unnamed`,
 * but it can't be chosen.
 */
function withAttribution<About extends Signed>({ attribution, ...about }: About) {
  const ticked: Signature = about.anonymous
    ? 'anonymous'
    : about.show.name
      ? 'name'
      : about.show.affiliation
        ? 'organisation'
        : '';
  const signed: Signature = attribution || ticked;
  return { ...about, attribution: signed, anonymous: signed === 'anonymous' };
}

/** "About you" while it is typed. */
const typedAbout = group({
  attribution: oneOf([...ATTRIBUTIONS, 'unnamed']),
  anonymous: ticked,
  name: typedText,
  affiliation: typedText,
  email: typedText,
  country: typedText,
  stakeholderGroup: typedText,
  /** What all the steps are written in. */
  language: typedText,
  show: group({ name: ticked, affiliation: ticked, country: ticked }),
}).transform(withAttribution);

/** A section of a draft is a question of the call, one proposal within a question, or "about you". */
export type SectionKind = KindName | 'proposal' | 'about';
type Fields<Kind extends SectionKind> = Kind extends KindName
  ? (typeof kinds)[Kind]['typed']
  : Kind extends 'proposal'
    ? typeof typedProposal
    : typeof typedAbout;
export type SectionValues<Kind extends SectionKind> = z.infer<Fields<Kind>>;

const besides = { proposal: typedProposal, about: typedAbout };
const isBesides = (kind: SectionKind): kind is keyof typeof besides => Object.hasOwn(besides, kind);

/** The schema that reads the fields of a section from any stored or sent data. */
export const fieldsOf = (kind: SectionKind): z.ZodType => (isBesides(kind) ? besides[kind] : kinds[kind].typed);

/** The values of a section, read from any stored or sent data. */
export function readValues<Kind extends SectionKind>(kind: Kind, data: unknown): SectionValues<Kind> {
  return fieldsOf(kind).parse(data) as SectionValues<Kind>; // TypeScript doesn't follow the kind into the tables
}
