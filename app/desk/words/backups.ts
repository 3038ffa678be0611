import type { BackupTrouble } from '@/lib/platform/backups';

export const BACKUP_TROUBLE: Record<BackupTrouble, string> = {
  failed: 'The last backup was not made.',
  not_restorable: 'The backup that was checked last can’t be restored.',
  old: 'No backup was made in the last two days.',
};
