export { formDownload as GET } from '@/app/(form)/sharing/form-download';
