import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import { SECTIONS, SOCIAL_SIZE } from '@/app/(site)/[locale]/social/sections';
import { SocialImage } from '@/app/(site)/[locale]/social/social-image';
import { routing } from '@/lib/platform/i18n/routing';

/** Made in the build: these are all images, and none needs the database. */
export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = () =>
  routing.locales.flatMap((locale) => SECTIONS.map((section) => ({ locale, image: `${section}.png` })));

type Context = { params: Promise<{ locale: string; image: string }> };

/** The picture that other sites show with a link to this part of the site. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale: asked, image } = await params;
  const locale = routing.locales.find((one) => one === asked);
  const section = SECTIONS.find((one) => `${one}.png` === image);
  if (!locale || !section) return new Response(null, { status: 404 });
  return new ImageResponse(<SocialImage locale={locale} section={section} />, {
    ...SOCIAL_SIZE,
    fonts: await readFonts(),
  });
}

const FACES = [
  { file: 'source-serif-4-latin-400-normal.woff', weight: 400, style: 'normal' },
  { file: 'source-serif-4-latin-400-italic.woff', weight: 400, style: 'italic' },
  { file: 'source-serif-4-latin-600-normal.woff', weight: 600, style: 'normal' },
] as const;

const readFonts = () =>
  Promise.all(
    FACES.map(async ({ file, weight, style }) => ({
      name: 'Source Serif 4',
      data: await readFile(path.join(process.cwd(), 'node_modules/@fontsource/source-serif-4/files', file)),
      weight,
      style,
    })),
  );
