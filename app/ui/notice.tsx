import type { ReactNode } from 'react';
import { Sign, type SignKind } from './sign';

const looks: Record<SignKind, string> = {
  info: 'border-accent bg-accent-wash text-accent',
  success: 'border-ok bg-ok-wash text-ok',
  warning: 'border-warn bg-warn-wash text-warn',
  error: 'border-danger bg-danger-wash text-danger',
};

type NoticeProps = {
  kind: SignKind;
  /** The word that says what kind of notice this is, or what it is about. */
  title: ReactNode;
  children?: ReactNode;
  /** `status` for something that has just happened; leave it out for what was there when the page came. */
  role?: 'status' | 'alert';
  id?: string;
};

export function Notice({ kind, title, children, role, id }: NoticeProps) {
  return (
    <div id={id} role={role} className={`max-w-[46rem] border-s-4 px-5 py-4 ${looks[kind]}`}>
      <p className="flex items-baseline gap-2 font-semibold">
        <Sign kind={kind} />
        <span>{title}</span>
      </p>
      {children && <div className="mt-1 text-ink">{children}</div>}
    </div>
  );
}
