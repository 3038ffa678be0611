'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FileInput } from '@/app/ui/file-input';
import { Button } from '@/app/ui/button';
import { describedBy, Field } from '@/app/ui/field';
import { FileList } from '@/app/ui/file-list';
import type { FileProblem } from '@/lib/contributions/files/constants';
import { ACCEPTED_EXTENSIONS } from '@/lib/contributions/files/constants';
import { INTENTS } from '@/app/(form)/form/names';
import { useHydrated } from '@/app/(form)/form/use-hydrated';
import type { AttachedFile } from '@/lib/contributions/files/files';
import { listedFile } from './listed';
import { useFiles } from './use-files';

/** The form of the controls below. Forms can't be nested, and files come before the buttons that continue. */
const FORM = 'files-form';
export const StepFilesForm = ({ address }: { address: string }) => (
  <form id={FORM} method="post" action={address} encType="multipart/form-data" />
);

type StepFilesProps = {
  address: string;
  stored: AttachedFile[];
  /** Whether the call takes files. If not, those that are there can only be removed. */
  accepts: boolean;
  problem?: FileProblem;
  /** On a page of their own: there is no step that has to be saved first. */ alone?: boolean;
};

/**
 * The files of a question. With a script, adding or removing a file does not leave the page. Without one, a button saves
 * the step and leads to the page of its files, so that nothing typed is lost.
 */
export function StepFiles({ address, stored, accepts, problem: told, alone = false }: StepFilesProps) {
  const [t, reasons, locale] = [useTranslations('attachments.form'), useTranslations('errors.reasons'), useLocale()];
  const { chooser, round, files, problem, busy, said, add, remove } = useFiles({ address, stored, problem: told });
  const hydrated = useHydrated();
  const isHere = alone || hydrated;
  const field = {
    id: 'file',
    hint: t('hint'),
    error: problem && (problem === 'offline' ? t('offline') : reasons(problem)),
  };
  return (
    <div id="files" tabIndex={-1} className="no-print">
      <details open={alone || files.length > 0 || problem !== undefined} className="border-y border-rule">
        <summary className="cursor-pointer py-2.5">
          <h2 id="files-title" className="inline text-lg">
            {t('title')}
          </h2>{' '}
          <span className="text-sm text-muted">{accepts ? t('optional') : ''}</span>
        </summary>
        <div className="space-y-5 pb-5">
          <p className="max-w-measure text-sm text-muted">{`${t('lead')} ${t('author')}`}</p>
          {files.length > 0 && (
            <FileList
              files={files.map((file) => listedFile(address, file, t('active')))}
              locale={locale}
              action={(file) =>
                isHere && (
                  <Button
                    type="submit"
                    form={FORM}
                    formAction={`${address}/${file.id}/removal`}
                    variant="quiet"
                    className="text-sm"
                    aria-label={t('removeOf', { name: file.name })}
                    onClick={(event) => {
                      event.preventDefault();
                      // The error is shown at the file field, so that screen readers read it together with the field.
                      void remove(file).then((gone) => document.getElementById(gone ? 'files' : 'file')?.focus());
                    }}
                  >
                    {t('remove')}
                  </Button>
                )
              }
            />
          )}
          {accepts && isHere && (
            <Field {...field} label={t('choose')}>
              <FileInput
                key={round}
                ref={chooser}
                form={FORM}
                accept={ACCEPTED_EXTENSIONS}
                id={field.id}
                {...describedBy(field)}
              />
            </Field>
          )}
          {!accepts && (
            <p id="file" tabIndex={-1}>
              {reasons('files_not_accepted')}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {accepts && isHere && (
              <Button
                type="submit"
                form={FORM}
                variant="secondary"
                aria-disabled={busy || undefined}
                onClick={(event) => {
                  event.preventDefault();
                  void add().then((done) => done === false && document.getElementById('file')?.focus());
                }}
              >
                {t('add')}
              </Button>
            )}
            <p role="status" className="text-sm text-muted">
              {busy
                ? t('adding')
                : said.added
                  ? t('added', { name: said.added })
                  : said.removed && t('removed', { name: said.removed })}
            </p>
          </div>
          {!alone && (
            <noscript>
              <Button type="submit" name="intent" value={INTENTS.files} variant="secondary">
                {t('noScript')}
              </Button>
            </noscript>
          )}
        </div>
      </details>
    </div>
  );
}
