import manifest from '@/package.json';

/** The version of this program, as package.json and CHANGELOG.md name it. */
export const VERSION: string = manifest.version;
