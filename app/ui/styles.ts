/**
 * Shared by text inputs, text areas and selects. The text has at least 17 pixels, so that phones don't zoom in on
 * focus.
 */
export const controlStyles =
  'min-h-11 rounded-sm border border-edge bg-surface px-3 py-2 text-base text-ink placeholder:text-muted hover:border-ink aria-invalid:border-2 aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-wash';
