// One judging thread: loads every model, says that it is ready, then does one task after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { loadVision } from '../vision/faces.ts';
import { openDecoder } from '../vision/video/find-decoder.ts';
import type { WorkerResult, WorkerStart, WorkerTask } from './judge-messages.ts';
import { inspectPortrait } from './portrait.ts';
import type { WorkerMessage } from './running-worker.ts';
import { type JudgeKit, judgeRecording } from './verify.ts';

if (!parentPort) throw new Error('judge-worker.ts runs as a worker thread only.');
const port = parentPort;
const { decoder, scale, faceModel } = workerData as WorkerStart;

async function work(kit: JudgeKit, task: WorkerTask): Promise<WorkerResult> {
  return task.kind === 'judge'
    ? { kind: 'judge', judgement: await judgeRecording(kit, task.request) }
    : { kind: 'inspect-portrait', inspection: await inspectPortrait(kit.vision, task.photo) };
}

const say = (message: WorkerMessage<WorkerResult>): void => port.postMessage(message);

const kit: JudgeKit = { vision: await loadVision(faceModel), decoder: openDecoder(decoder), scale };
port.on('message', (task: WorkerTask) => {
  work(kit, task).then(
    (result) => say({ about: 'done', result }),
    (error: unknown) =>
      say({ about: 'failed', text: error instanceof Error ? error.message : String(error) }),
  );
});
say({ about: 'ready' });
