import '@/app/site.css';
import { SiteFrame, frameMetadata } from '@/app/(site)/frame/site-frame';

type Props = LayoutProps<'/[locale]'>;

export const generateMetadata = ({ params }: Props) => frameMetadata(params);

export default function SiteLayout({ children, params }: Props) {
  return <SiteFrame params={params}>{children}</SiteFrame>;
}
