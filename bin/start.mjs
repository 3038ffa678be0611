// npm start: from a fresh clone to a running forum, with nothing but Node.
import { launch } from './launch.mjs';

await launch('start');
