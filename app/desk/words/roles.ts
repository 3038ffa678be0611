/** The roles that an admin chooses from, in words. */
export const ROLES = [
  { value: 'editor', label: 'Editor', hint: 'Reads contributions and decides on them.' },
  {
    value: 'admin',
    label: 'Admin',
    hint: 'An editor who also adds, changes and removes people, and sets the desk’s rules.',
  },
];
