'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Button } from '@/app/ui/button';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { readDate } from '@/lib/platform/text/read-date';
import { readDecimal } from '@/lib/platform/text/read-decimal';
import { readNumber } from '@/lib/platform/text/read-number';
import { webAddress } from '@/lib/platform/text/web-address';
import { useTyped } from './step-context';
import { useHydrated } from './use-hydrated';

/** As what the text of a field is read. */
export type ReadAs = 'date' | 'number' | 'decimal' | 'link';

/**
 * How a typed text is understood, where it is stored in other words than it was typed. It follows each letter, so that
 * nothing moves when the field is left, and it is no live region, which would speak at each letter. A day that can be
 * read in two ways is asked for.
 */
export function Understood({ name, as }: { name: string; as: ReadAs }) {
  const t = useTranslations('contribute.form.understood');
  const locale = useLocale();
  const typed = useWatch<Record<string, unknown>>({ name, defaultValue: useTyped(name) });
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  if (as === 'date') {
    const read = readDate(typed);
    if (read.ok) return <Reading typed={typed} stored={read.date} said={sayPartialDate(read.date, locale)} />;
    return read.reason === 'date_is_ambiguous' ? <WhichDay name={name} days={read.readings} /> : null;
  }
  const stored = READERS[as](typed);
  return stored === null ? null : <Reading typed={typed} stored={stored} said={stored} />;

  function Reading({ typed: text, stored: kept, said }: { typed: string; stored: string; said: string }) {
    if ([kept, said].includes(text.trim())) return null;
    return <p className="mt-1 text-sm text-muted wrap-anywhere">{t('as', { said })}</p>;
  }
}

const READERS = { number: numberIn, decimal: decimalIn, link: addressIn };

function numberIn(typed: string): string | null {
  const read = readNumber(typed);
  return read.ok ? String(read.number) : null;
}

function decimalIn(typed: string): string | null {
  const read = readDecimal(typed);
  return read.ok ? read.decimal : null;
}

function addressIn(typed: string): string | null {
  const read = webAddress(typed);
  return read.ok ? read.address : null;
}

/** Two days, of which one was meant; without a script a sentence says what to write. */
function WhichDay({ name, days }: { name: string; days: readonly [string, string] }) {
  const t = useTranslations('contribute.form.understood');
  const locale = useLocale();
  const { setValue } = useFormContext();
  const [one, other] = [sayPartialDate(days[0], locale), sayPartialDate(days[1], locale)];
  if (!useHydrated()) return <p className="mt-1 text-sm text-muted">{t('either', { one, other })}</p>;
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span>{t('which')}</span>
      {days.map((day) => (
        <Button key={day} variant="quiet" type="button" onClick={() => setValue(name, day, { shouldDirty: true })}>
          {sayPartialDate(day, locale)}
        </Button>
      ))}
    </div>
  );
}
