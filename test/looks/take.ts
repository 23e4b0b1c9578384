import { Stage } from '../support/staged-page.ts';
import { differences } from './differences.ts';
import { goldenScreens, majorOf, readGolden, writeGolden, writeMajor } from './golden.ts';
import { takeSheet } from './sheet.ts';

// Takes the golden pictures anew where they differ; after another Chromium, all. The page must be built. Look at each.
const stage = await Stage.open();
const isAll = process.argv.includes('--all');
try {
  const window = await stage.newWindow(
    { language: 'en', themeColor: '#2d72f1' },
    { reducedMotion: 'reduce' },
  );
  for (const screen of goldenScreens) {
    const sheet = await takeSheet(window, screen);
    const golden = await readGolden(screen);
    const found = golden && !isAll ? differences(golden, sheet) : ['taken'];
    if (found.length > 0) await writeGolden(screen, sheet);
    process.stdout.write(`${screen.name}: ${found.join(', ') || 'as it was'}\n`);
  }
  writeMajor(majorOf(stage.browserVersion));
} finally {
  await stage.close();
}
