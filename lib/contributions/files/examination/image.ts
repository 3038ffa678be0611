import sharp from 'sharp';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { MAX_BYTES_PER_FILE, MAX_PIXELS } from '@/lib/contributions/files/constants';
import type { MediaType } from '@/lib/contributions/files/constants';

/** From the best: the first with which the image does not become larger than a file may be. */
const QUALITIES = [92, 80, 60];

/**
 * The image written again: the same picture, turned as it is shown and in its own colours, without metadata of a camera
 * or a program (place, time, device, author, a small copy of what was cut away) and without anything behind its end.
 * Moving images stay moving, except a PNG, of which the first picture is kept.
 * Reasons: `image_too_large` (more points than MAX_PIXELS, counted before any are drawn), `file_not_what_it_says` (it
 * can't be drawn).
 */
export async function redrawImage(bytes: Buffer, mediaType: MediaType): Promise<Result<{ bytes: Buffer }>> {
  try {
    const {
      width,
      height,
      pages = 1,
      pageHeight = height,
      isPalette,
    } = await sharp(bytes, { limitInputPixels: false, pages: -1 }).metadata();
    if (width * pageHeight * pages > MAX_PIXELS) return failure('image_too_large');
    for (const quality of QUALITIES) {
      const redrawn = await draw(bytes, { mediaType, quality, isPalette });
      if (redrawn.length <= MAX_BYTES_PER_FILE) return { ok: true, bytes: redrawn };
    }
    return failure('file_too_large');
  } catch {
    return failure('file_not_what_it_says');
  }
}

type Drawing = { mediaType: MediaType; quality: number; isPalette: boolean };

function draw(bytes: Buffer, { mediaType, quality, isPalette }: Drawing): Promise<Buffer> {
  const moves = mediaType === 'image/gif' || mediaType === 'image/webp';
  // What a camera has cut short is still a photo: `error` lets it pass, as every viewer does.
  const image = sharp(bytes, { animated: moves, limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .keepIccProfile();
  if (mediaType === 'image/jpeg')
    return image.jpeg({ quality, chromaSubsampling: quality > 90 ? '4:4:4' : '4:2:0' }).toBuffer();
  if (mediaType === 'image/webp') return image.webp(isLossless(bytes) ? { lossless: true } : { quality }).toBuffer();
  if (mediaType === 'image/gif') return image.gif().toBuffer();
  return image.png({ compressionLevel: 9, palette: isPalette }).toBuffer();
}

/** WebP says it in the name of the part that holds the picture. */
const isLossless = (webp: Buffer) => webp.subarray(0, 4_096).includes('VP8L');
