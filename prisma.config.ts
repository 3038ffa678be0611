import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  // `prisma generate` needs no database; `prisma migrate deploy` uses the one in DATABASE_URL.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
