-- The standing call takes corrections all year: it alone has no closing (docs/decisions/0050).
ALTER TABLE "calls" ALTER COLUMN "closes_at" DROP NOT NULL;
ALTER TABLE "calls" ADD CONSTRAINT "calls_closing_check" CHECK ("closes_at" IS NOT NULL OR "slug" = 'open');

-- What readers are told when it is hidden or shown again names no deadline.
ALTER TABLE "call_notices" ALTER COLUMN "closes_at" DROP NOT NULL;
ALTER TABLE "call_notices" ADD CONSTRAINT "call_notices_closing_check" CHECK ("closes_at" IS NOT NULL OR "kind" IN ('hidden', 'shown'));
