// npm run dev: like npm start, but an edit shows at once, and nothing is built in advance.
import { launch } from './launch.mjs';

await launch('dev');
