import { listAgreementNames, listCriteria } from '@/lib/agreements/cells';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { namesIn } from '@/lib/platform/i18n/names-in';

/**
 * What the fields of a record suggest while an editor types: agreements, criteria, languages, by name. Once on a page,
 * for all its fields.
 */
export async function RecordLists() {
  const [agreements, sets] = await Promise.all([listAgreementNames(), listCriteria()]);
  const criteria = sets.flatMap((set) => set.criteria);
  return (
    <>
      <Suggestions id="record-agreement" entries={agreements.map(({ slug, name }) => [slug, name])} />
      <Suggestions id="record-criterion" entries={criteria.map(({ key, title }) => [key, title])} />
      <Suggestions
        id="record-language"
        entries={namesIn('en', 'language', LANGUAGES).map(({ code, name }) => [code, name])}
      />
    </>
  );
}

function Suggestions({ id, entries }: { id: string; entries: [value: string, name: string][] }) {
  return (
    <datalist id={id}>
      {entries.map(([value, name]) => (
        <option key={value} value={value} label={name} />
      ))}
    </datalist>
  );
}
