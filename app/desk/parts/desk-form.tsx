'use client';

import { ActionForm } from '@/app/ui/action-form';
import type { ActionFormProps } from '@/app/ui/action-form';
import { FailureNotice, faultInWords } from './failure-notice';

type DeskFormProps<Output extends object> = Omit<ActionFormProps<Output>, 'failed' | 'inWords' | 'errorTitle'> &
  Partial<Pick<ActionFormProps<Output>, 'failed' | 'inWords'>>;

/** A form of the desk: it shows failures in the desk's words. */
export function DeskForm<Output extends object>(props: DeskFormProps<Output>) {
  return (
    <ActionForm
      errorTitle="Error: "
      inWords={faultInWords}
      failed={(failure, unseen) => <FailureNotice failure={failure} faults={unseen} />}
      {...props}
    />
  );
}
