export { receiveFile as POST } from '@/app/(form)/received/upload';
