import type { ReactNode } from 'react';
import { Sign, type SignKind } from './sign';
import { wholeCodes } from './whole-codes';

const looks: Record<SignKind, string> = {
  info: 'border-accent bg-accent-wash text-accent',
  success: 'border-ok bg-ok-wash text-ok',
  warning: 'border-warn bg-warn-wash text-warn',
  error: 'border-danger bg-danger-wash text-danger',
};

type NoticeProps = {
  kind: SignKind;
  /** A word for the kind of notice, or for its subject. */
  title: ReactNode;
  children?: ReactNode;
  /** `status` for a new event; leave it out for a notice that was there when the page opened. */
  role?: 'status' | 'alert';
  id?: string;
};

export function Notice({ kind, title, children, role, id }: NoticeProps) {
  return (
    <div id={id} role={role} className={`max-w-[46rem] border-s-4 px-5 py-4 ${looks[kind]}`}>
      <p className="flex items-baseline gap-2 font-semibold">
        <Sign kind={kind} />
        <span>{wholeCodes(title)}</span>
      </p>
      {children && <div className="mt-1 text-ink">{children}</div>}
    </div>
  );
}
