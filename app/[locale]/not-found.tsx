import { getLocale } from 'next-intl/server';
import { NotFoundWords } from './not-found-words';

export default async function NotFound() {
  return <NotFoundWords locale={await getLocale()} />;
}
