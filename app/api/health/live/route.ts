/** For what starts processes: 200 as long as this one answers, whatever it depends on. Nothing is read for it. */
export const GET = (): Response => Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });

export const dynamic = 'force-dynamic';
