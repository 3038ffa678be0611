import { getLocale } from 'next-intl/server';
import { NotFoundWords } from '@/app/(site)/frame/not-found-words';

export default async function NotFound() {
  return <NotFoundWords locale={await getLocale()} />;
}
