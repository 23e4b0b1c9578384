import { answerAt } from './answer-at.ts';

answerAt(4);
