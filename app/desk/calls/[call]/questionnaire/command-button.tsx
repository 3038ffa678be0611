'use client';

import type { ReactNode } from 'react';
import { Button } from '@/app/ui/button';
import type { ButtonVariant } from '@/app/ui/button';
import { useCommand } from './editor-context';

type CommandButtonProps = {
  command: string;
  children: ReactNode;
  /** What the step is about, for those who hear the button without its surroundings. */
  about?: string;
  id?: string;
  variant?: ButtonVariant;
  className?: string;
};

/** A button of the editor. It changes the questionnaire on the page, and posts the form where there is no script. */
export function CommandButton({ command, children, about, variant = 'secondary', ...rest }: CommandButtonProps) {
  return (
    <Button variant={variant} {...rest} {...useCommand(command)}>
      {children}
      {about && <span className="sr-only"> {about}</span>}
    </Button>
  );
}
