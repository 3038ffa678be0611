export { leadToUpload as GET, receiveFile as POST } from '@/app/(form)/received/upload';
