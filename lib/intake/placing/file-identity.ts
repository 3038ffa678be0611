import { originIn } from '@/lib/contributions/documents/file-properties';
import type { FileOrigin } from '@/lib/contributions/documents/file-properties';

/** What a file is read for. */
export type FileIdentity = Omit<FileOrigin, 'export'>;

export type IdentityWarning =
  | { kind: 'other_call'; call: string }
  | { kind: 'other_version'; version: number; now: number }
  | { kind: 'other_language'; language: string }
  /** A program has dropped what the file says of itself, or it was never made from the form. */
  | { kind: 'no_identity' };

/** Compares what a file says of itself with what it is read for. */
export function compareIdentity(properties: Readonly<Record<string, string>>, asked: FileIdentity) {
  const origin = originIn(properties);
  if (!origin) return { exportId: null, warnings: [{ kind: 'no_identity' as const }], isOther: false, isOurs: false };
  const isOtherCall = origin.call !== asked.call;
  const isOtherVersion = origin.questionnaire !== asked.questionnaire;
  const warnings: IdentityWarning[] = [
    ...(isOtherCall ? [{ kind: 'other_call' as const, call: origin.call }] : []),
    ...(isOtherVersion && !isOtherCall
      ? [{ kind: 'other_version' as const, version: origin.questionnaire, now: asked.questionnaire }]
      : []),
    ...(origin.language !== '' && origin.language !== asked.language
      ? [{ kind: 'other_language' as const, language: origin.language }]
      : []),
  ];
  return { exportId: origin.export || null, warnings, isOther: isOtherCall || isOtherVersion, isOurs: true };
}
