// Holds the judge against light that another renderer draws on another network's face meshes:
//   node test/accuracy/mesh-heads/mesh-heads.ts [--from N] [--count N] [--rows FILE]
// Prints how many recordings of level 3 pass in each scene, and why the others are refused; with `--rows` a line a recording goes there too. About half a minute a
// session; needs the clips beside the checkout and the bench's rivals.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filmInHand, openCamera } from '../../attack/camera.ts';
import { openFileJudge } from '../../attack/judge-file.ts';
import { openLab } from '../../attack/lab.ts';
import { planFurtherSession, planSession, readSession, type Session } from '../../attack/sessions.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { markdownTable } from '../markdown-table.ts';
import { type MeshPoint, openFaceMeshes } from './face-meshes.ts';
import { lightByMesh, type MeshedFace, type MeshScene } from './mesh-light.ts';

const scenes: Readonly<Record<string, MeshScene>> = {
  'a head, its body and the wall': { depth: 1, around: 'body and wall' },
  'a flatter head, the same': { depth: 0.6, around: 'body and wall' },
  'a face whose neck stays dark': { depth: 1, around: 'nothing' },
  'a sheet, a body and the wall': { depth: 0, around: 'body and wall' },
};

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '48' },
    rows: { type: 'string' },
  },
});
const [lab, faces] = [await openLab(), await openFaceMeshes()];
const judge = await openFileJudge(lab.vision);
const folder = mkdtempSync(join(tmpdir(), 'mesh-heads-'));
const found: { scene: string; refusals: readonly string[] }[] = [];

for (let at = Number(values.from); at < Number(values.from) + Number(values.count); at++) {
  // Every third is of the further people.
  const plan = at % 3 === 2 ? planFurtherSession : planSession;
  const session = plan({
    level: 3,
    index: 2 * Math.floor(at / 3) + (at % 3),
    random: seededRandom(770_000 + at),
  });
  const face = await meshSession(session);
  for (const [scene, how] of Object.entries(scenes)) {
    const lit = lightByMesh(readSession(lab, session), session, face, how);
    const filmed = filmInHand(lit, session.framesPerSecond, openCamera(seededRandom(881_000 + at)));
    const path = join(folder, 'recording');
    const codec = at % 2 === 0 ? 'h264' : 'vp8';
    await lab.encoder.encode(path, filmed, {
      codec,
      framesPerSecond: session.framesPerSecond,
      kilobitsPerSecond: 1000,
    });
    const { reasons, signals } = await judge(path, session.challenge);
    const refusals = reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
    found.push({ scene, refusals });
    const row = { at, person: session.person, scene, refusals, signals };
    if (values.rows) appendFileSync(values.rows, `${JSON.stringify(row)}\n`);
  }
  process.stderr.write(`\r${at}`);
}
rmSync(folder, { recursive: true });

/** Throws where a picture shows no face. */
async function meshSession(session: Session): Promise<MeshedFace> {
  const found: (readonly MeshPoint[])[] = [];
  for await (const { picture } of readSession(lab, session)) {
    const mesh = await faces.meshOf(picture);
    if (!mesh) throw new Error('There is no face in a picture.');
    found.push(mesh);
  }
  return { meshes: found, triangles: faces.triangles };
}

const table = Object.keys(scenes).map((scene) => {
  const own = found.filter((row) => row.scene === scene);
  const reasons = [
    ...Map.groupBy(
      own.flatMap(({ refusals }) => refusals.slice(0, 1)),
      (id) => id,
    ),
  ];
  const passed = own.filter(({ refusals }) => refusals.length === 0).length;
  return [scene, own.length, passed, reasons.map(([id, all]) => `${all.length} × ${id}`).join(', ') || '–'];
});
console.log(markdownTable(['lit', 'n', 'passed', 'refused by'], table));
process.exit(0);
