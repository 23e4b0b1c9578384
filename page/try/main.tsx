import { render } from 'preact';
import { App } from './app.tsx';

/** The program of `/try`: a verification as a merchant's backend and customer see it, side by side. */
const root = document.getElementById('app');
if (root) render(<App />, root);
