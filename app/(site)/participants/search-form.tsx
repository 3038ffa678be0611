import { useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';

/** The search for a name; the choices of the index are kept. */
export function ParticipantSearch({
  action,
  chosen: { q, ...others },
}: {
  action: string;
  chosen: Readonly<Record<string, string | undefined>>;
}) {
  const t = useTranslations('participants.search');
  return (
    <form action={action} role="search" className="no-print mb-8 flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-64 sm:max-w-[26rem]">
        <TextInput id="q" name="q" type="search" label={t('label')} defaultValue={q} maxLength={MAX_SOUGHT} />
      </div>
      {Object.entries(others).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button type="submit" variant="secondary">
        {t('submit')}
      </Button>
    </form>
  );
}
