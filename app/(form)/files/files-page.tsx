import { getTranslations } from 'next-intl/server';
import type { ComponentProps } from 'react';
import { PageHeader } from '@/app/ui/page-header';
import { StepFiles, StepFilesForm } from './step-files';

type FilesPageProps = {
  /** Of the step. */ title: string;
  /** The address of the step. */ back: string;
  files: Omit<ComponentProps<typeof StepFiles>, 'alone'>;
};

/** The files of a step without its fields: where a browser without a script adds and removes them. */
export async function FilesPage({ title, back, files }: FilesPageProps) {
  const t = await getTranslations('attachments');
  return (
    <>
      <PageHeader compact title={title} lead={t('alone.lead')} />
      <StepFiles {...files} alone />
      <StepFilesForm address={files.address} />
      <p className="mt-6">
        <a href={back} className="link">
          {t('refused.back')}
        </a>
      </p>
    </>
  );
}
