import { inject } from 'vitest';
import { connectFactories } from '@/prisma/factories/connection';

connectFactories(inject('forum'));
