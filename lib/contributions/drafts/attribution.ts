import type { SectionValues } from './values';

/** What a contribution will say about its author in public, and what it keeps to itself. */
export type Attribution = { name: string | null; affiliation: string | null; country: string | null; withheld: ('name' | 'affiliation' | 'country' | 'email')[] };

/** Nothing is public unless it was given, was allowed by itself, and the contribution is not anonymous. An e-mail address never is. */
export function attributionOf(about: SectionValues<'about'>): Attribution {
  const given = (field: 'name' | 'affiliation' | 'country' | 'email') => about[field].trim();
  const shown = (field: 'name' | 'affiliation' | 'country') => (!about.anonymous && about.show[field] && given(field) ? given(field) : null);
  const [name, affiliation, country] = [shown('name'), shown('affiliation'), shown('country')];
  const isPublic = { name: name !== null, affiliation: affiliation !== null, country: country !== null, email: false };
  const withheld = (['name', 'affiliation', 'country', 'email'] as const).filter((field) => given(field) !== '' && !isPublic[field]);
  return { name, affiliation, country, withheld };
}
