'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Checkbox } from '@/app/ui/checkbox';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { WithholdCommand } from '@/app/desk/parts/withhold-command';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';
import { publish, withhold } from './actions';

/** Publishes the stored text with all that is public now. */
export function PublishForm({ call, version }: { call: string; version: number }) {
  return (
    <DeskForm
      action={publish}
      fields={{ call, base: `${version}` }}
      done="Published"
      className="mt-3 max-w-[46rem] space-y-4"
      buttons={<SubmitButton doing="Publishing …">Publish the report</SubmitButton>}
    >
      {({ fault }) => (
        <Checkbox
          id="permanent"
          name="permanent"
          value="yes"
          label="I know that no editor or admin can change a published report. A new one gets the next number."
          error={fault('permanent')}
        />
      )}
    </DeskForm>
  );
}

type EditionListProps = {
  editions: readonly PublicEdition[];
  /** The day of each, in words. */ days: readonly string[];
  mayWithhold: boolean;
};

/** The published reports, each with what an admin can do about it for law or safety. */
export function EditionList({ editions, days, mayWithhold }: EditionListProps) {
  return (
    <ol className="mt-2 max-w-[46rem]">
      {editions.map(({ call, number, checksum, withheld }, at) => (
        <li key={number} className="border-b border-rule py-3">
          <a href={pathsIn('en').callReport(call, number)} className="link font-semibold">
            Edition {number}
          </a>
          <p className="text-sm text-muted wrap-anywhere">
            {days[at]}
            {withheld && ', withheld'}. SHA-256 of report.json: <code className="font-mono text-xs">{checksum}</code>
          </p>
          {mayWithhold && (
            <WithholdCommand
              action={withhold}
              fields={{ call, number: `${number}` }}
              about={`edition ${number}`}
              isWithheld={withheld !== null}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
