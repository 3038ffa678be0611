import type { AttributionChoice } from '@/lib/contributions/constants';
import type { SectionValues } from './values';

/** What a contribution will say about its author in public, and what it keeps to itself. */
export type Attribution = {
  name: string | null;
  affiliation: string | null;
  country: string | null;
  withheld: ('name' | 'affiliation' | 'country' | 'email')[];
};
type Shown = { name: boolean; affiliation: boolean; country: boolean };
const NOTHING_SHOWN: Shown = { name: false, affiliation: false, country: false };
type Signed = { anonymous: boolean; /** It is not published. */ editorsOnly: boolean; show: Shown };

/**
 * What follows from the choice how a contribution is published: the only place that says so. The organisation beside a name, and the country beside either, are shown if
 * they are ticked.
 */
export function shownBy(attribution: AttributionChoice, ticked: Shown): Signed {
  if (attribution === 'editors_only') return { anonymous: false, editorsOnly: true, show: NOTHING_SHOWN };
  const anonymous = attribution === 'anonymous';
  const affiliation = attribution === 'organisation' || (attribution === 'name' && ticked.affiliation);
  const show = { name: attribution === 'name', affiliation, country: !anonymous && ticked.country };
  return { anonymous, editorsOnly: false, show };
}

/** The same for what is typed in the form, where the question may not be answered yet: then nothing is shown. */
export function shownIn({ attribution, show }: Pick<SectionValues<'about'>, 'attribution' | 'show'>): Signed {
  if (attribution === '') return { anonymous: false, editorsOnly: false, show: NOTHING_SHOWN };
  if (attribution === 'unnamed')
    return { anonymous: false, editorsOnly: false, show: { ...NOTHING_SHOWN, country: show.country } };
  return shownBy(attribution, show);
}

/**
 * A detail is public only if it was given and chosen, and the contribution is not anonymous. An e-mail address never
 * is.
 */
export function attributionOf(about: SectionValues<'about'>): Attribution {
  const { show } = shownIn(about);
  const given = (field: 'name' | 'affiliation' | 'country' | 'email') => about[field].trim();
  const shown = (field: 'name' | 'affiliation' | 'country') => (show[field] && given(field) ? given(field) : null);
  const [name, affiliation, country] = [shown('name'), shown('affiliation'), shown('country')];
  const isPublic = { name: name !== null, affiliation: affiliation !== null, country: country !== null, email: false };
  const withheld = (['name', 'affiliation', 'country', 'email'] as const).filter(
    (field) => given(field) !== '' && !isPublic[field],
  );
  return { name, affiliation, country, withheld };
}
