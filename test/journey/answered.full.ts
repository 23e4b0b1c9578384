import { answerAt } from './answer-at.ts';

answerAt(2, 3, 5);
