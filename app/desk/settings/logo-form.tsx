'use client';

import { useState } from 'react';
import { FileInput } from '@/app/ui/file-input';
import { Button } from '@/app/ui/button';
import { Field, describedBy } from '@/app/ui/field';
import { Command } from '@/app/desk/parts/command';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { dropLogo } from './actions';

const HINT = 'PNG or JPEG, at most 500 kB. It is drawn again, so that nothing but the picture is kept.';
const MAX_BYTES = 500_000;
const REASONS: Record<string, string> = errors.reasons;

type LogoFormProps = {
  logo: { path: string; width: number; height: number } | null;
  /** Why the last picture was refused. */
  problem?: string;
};

/** Posts to a route, not to an action, so that a body that is too long is not read to its end. */
export function LogoForm({ logo, problem }: LogoFormProps) {
  const [fault, setFault] = useState(problem && (REASONS[problem] ?? errors.reasons.unexpected));
  return (
    <section aria-labelledby="logo" className="mt-12 max-w-[46rem] space-y-5">
      <h2 id="logo" className="text-2xl">
        Logo
      </h2>
      {logo ? (
        <>
          {/* A picture of the installation's own, of a size that the build does not know. */}
          {/* oxlint-disable-next-line nextjs/no-img-element */}
          <img src={logo.path} width={logo.width} height={logo.height} alt="The present logo" className="h-12 w-auto" />
          <Command action={dropLogo} fields={{}} label="Remove the logo" done="Removed." />
        </>
      ) : (
        <p className="text-muted">There is none: the name stands alone.</p>
      )}
      <form
        action="/desk/settings/logo"
        method="post"
        encType="multipart/form-data"
        className="space-y-4"
        onSubmit={(event) => {
          const file = new FormData(event.currentTarget).get('file');
          const refused =
            !(file instanceof File) || file.name === '' ? 'file_needed' : file.size > MAX_BYTES && 'logo_too_large';
          setFault(refused ? REASONS[refused] : undefined);
          if (!refused) return;
          event.preventDefault();
          document.getElementById('file')?.focus();
        }}
      >
        <Field id="file" label="Picture" hint={HINT} error={fault}>
          <FileInput
            id="file"
            accept=".png,.jpg,.jpeg,image/png,image/jpeg"
            {...describedBy({ id: 'file', hint: HINT, error: fault })}
          />
        </Field>
        <Button type="submit" variant="secondary">
          {logo ? 'Replace the logo' : 'Add the logo'}
        </Button>
      </form>
    </section>
  );
}
