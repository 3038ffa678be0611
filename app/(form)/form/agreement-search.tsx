'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { FoundList } from './found-list';
import type { Found } from './found-list';
import { INTENTS } from './names';
import { useFound } from './use-found';
import type { SearchHere } from './use-found';
import { useHydrated } from './use-hydrated';

/**
 * Finds the agreement to update. The button saves the page and searches on the server; with a script, results appear
 * while the contributor types, without leaving the page.
 */
export function AgreementSearch({ search, asked }: { search: SearchHere; asked: Found | null }) {
  const t = useTranslations('finding.search');
  const hydrated = useHydrated();
  const { sought, setSought, found, failed, lookNow } = useFound(search, asked);
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="grow basis-72">
          <TextInput
            id="find"
            name="find"
            type="search"
            label={t('label')}
            hint={t('hint')}
            autoComplete="off"
            maxLength={300}
            defaultValue={asked?.sought}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault(); // Return would press the form's first button, which goes to the next step
              lookNow();
            }}
          />
        </div>
        {/* Marks a name that was typed and sent by Return, but not searched for yet. */}
        <input type="hidden" name="found" value={hydrated ? sought : (asked?.sought ?? '')} />
        <Button
          type="submit"
          name="intent"
          value={INTENTS.find}
          variant="secondary"
          onClick={(event) => {
            event.preventDefault();
            lookNow();
          }}
        >
          {t('button')}
        </Button>
      </div>
      <div id="found" tabIndex={-1}>
        <p role="status" className="mb-2 text-sm text-muted">
          {failed ? t('failed') : found && t('count', { count: found.results.length, sought: found.sought })}
        </p>
        {found && <FoundList found={found} />}
      </div>
    </div>
  );
}
