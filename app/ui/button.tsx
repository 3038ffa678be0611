import type { ComponentProps } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-sm border px-5 py-2 text-base font-semibold leading-tight no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-60';

const looks: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink hover:border-accent hover:text-accent',
  quiet:
    'border-transparent bg-transparent px-2 text-accent underline decoration-1 underline-offset-4 hover:decoration-2',
  danger: 'border-danger bg-danger text-surface hover:border-ink',
};

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant };
type LinkButtonProps = ComponentProps<'a'> & { href: string; variant?: ButtonVariant };

/** `type` is `button` by default, so that a button added to a form never submits it by accident. */
export function Button({ variant = 'primary', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${shape} cursor-pointer ${looks[variant]} ${className}`} {...rest} />;
}

export function LinkButton({ variant = 'primary', className = '', ...rest }: LinkButtonProps) {
  return <a className={`${shape} ${looks[variant]} ${className}`} {...rest} />;
}
