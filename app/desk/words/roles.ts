import type { Role } from '@/lib/accounts/policy';

/** The roles that an admin chooses from, in words. */
export const ROLES: { value: Role; label: string; hint: string }[] = [
  {
    value: 'observer',
    label: 'Observer',
    hint: 'Reads everything at the desk but contact details, mails and files, and writes internal notes. Decides, publishes, mails and edits nothing.',
  },
  { value: 'editor', label: 'Editor', hint: 'Reads contributions and decides on them.' },
  {
    value: 'admin',
    label: 'Admin',
    hint: 'An editor who also adds, changes and removes people, and sets the desk’s rules.',
  },
];

export const ROLE_WORDS: Record<Role, string> = { observer: 'Observer', editor: 'Editor', admin: 'Admin' };
