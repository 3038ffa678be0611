export { receiveFiles as POST } from '@/app/desk/contributions/new/receive-files';
