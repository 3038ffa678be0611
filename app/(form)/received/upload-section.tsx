import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/ui/button';
import { FileInput } from '@/app/ui/file-input';
import { Notice } from '@/app/ui/notice';
import { Section } from '@/app/ui/section';
import { REASONS } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';

const isReason = (text: unknown): text is Reason => typeof text === 'string' && Object.hasOwn(REASONS, text);

/** Where a filled file is sent. `problem` is what was wrong with the last one, as the address says it. */
export async function UploadSection({ address, problem }: { address: string; problem: unknown }) {
  const [t, reasons] = [await getTranslations('intake.upload'), await getTranslations('errors.reasons')];
  return (
    <Section id="from-file" title={t('title')}>
      {isReason(problem) && (
        <div className="mb-5">
          <Notice kind="error" title={t('failed')} role="alert" id="file-problem">
            <p>{reasons(problem)}</p>
          </Notice>
        </div>
      )}
      <p className="max-w-measure">{t('body')}</p>
      <form action={`${address}/upload`} method="post" encType="multipart/form-data" className="mt-5 space-y-4">
        <div>
          <label htmlFor="filled-file" className="block font-semibold">
            {t('file')}
          </label>
          <p id="filled-file-hint" className="mt-0.5 mb-2 text-sm text-muted">
            {t('hint')}
          </p>
          <FileInput
            id="filled-file"
            accept=".docx,.odt"
            required
            aria-describedby={isReason(problem) ? 'filled-file-hint file-problem' : 'filled-file-hint'}
          />
        </div>
        <Button type="submit" variant="secondary">
          {t('button')}
        </Button>
      </form>
    </Section>
  );
}
