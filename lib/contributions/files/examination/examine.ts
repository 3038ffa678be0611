import type { MediaType } from '@/lib/contributions/files/constants';
import { MAX_XML_BYTES } from '@/lib/contributions/files/constants';
import { walkArchive } from '@/lib/contributions/files/archive';
import { tellFile } from '@/lib/contributions/files/file-type';
import type { Told } from '@/lib/contributions/files/file-type';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { Finding } from './findings';
import { FINDINGS } from './findings';
import { redrawImage } from './image';
import { findingsOfPart } from './office';
import { findingsOfPdf } from './pdf';
import { scan } from './scanner';
import { definesEntities, looksLikeXml } from './xml';

export type Examined = {
  mediaType: MediaType;
  /** As they are to be kept: an image without what its camera noted. */ bytes: Buffer;
  findings: Finding[];
};

/**
 * Examines a file before it is stored: its type, whether it may be stored, and its active content. Images are written
 * again without their metadata.
 * Reasons: those of `tellFile`, `image_too_large`, `file_infected` (the scanner found something).
 */
export async function examineFile({
  scanner,
  ...file
}: {
  name: string;
  bytes: Buffer;
  /** SCAN_COMMAND. */ scanner?: string;
}): Promise<Result<Examined>> {
  const told = await tellFile(file);
  if (!told.ok) return told;
  const scanned = await scan(file.bytes, scanner);
  if (scanned === 'found') return failure('file_infected');
  const examined = await inTurn(() => lookInto(file.bytes, told));
  if (!examined.ok) return examined;
  const found = new Set<Finding>([...examined.findings, ...(scanned === 'failed' ? (['not_scanned'] as const) : [])]);
  return {
    ok: true,
    mediaType: told.mediaType,
    bytes: examined.bytes,
    findings: FINDINGS.filter((finding) => found.has(finding)),
  };
}

type Look = Result<{ bytes: Buffer; findings: Finding[] }>;

async function lookInto(bytes: Buffer, { mediaType, archive }: Told): Promise<Look> {
  if (archive) return lookIntoParts(bytes, archive);
  if (mediaType === 'application/pdf') {
    const findings = await findingsOfPdf(bytes);
    return findings === 'bomb' ? failure('file_suspicious') : { ok: true, bytes, findings };
  }
  const redrawn = await redrawImage(bytes, mediaType);
  return redrawn.ok ? { ...redrawn, findings: [] } : redrawn;
}

async function lookIntoParts(bytes: Buffer, archive: NonNullable<Told['archive']>): Promise<Look> {
  const findings = new Set<Finding>();
  let [left, entities] = [MAX_XML_BYTES, false];
  const truthful = await walkArchive(archive, (name, content) => {
    const readable = looksLikeXml(content) && content.length <= left;
    if (readable) {
      left -= content.length;
      entities ||= definesEntities(content);
    } else if (looksLikeXml(content)) findings.add('not_readable');
    for (const finding of findingsOfPart(name, readable ? content : null)) findings.add(finding);
  });
  return truthful && !entities ? { ok: true, bytes, findings: [...findings] } : failure('file_suspicious');
}

let last: Promise<unknown> = Promise.resolve();

/** One file after the other: each may take as much memory as the limits allow, and any number may arrive at a time. */
function inTurn<T>(look: () => Promise<T>): Promise<T> {
  const turn = last.then(look, look);
  last = turn.catch(() => undefined);
  return turn;
}
