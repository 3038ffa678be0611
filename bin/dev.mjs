// npm run dev: as npm start, but what is edited shows at once, and nothing is built ahead.
import { launch } from './launch.mjs';

await launch('dev');
