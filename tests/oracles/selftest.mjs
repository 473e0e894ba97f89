// Run in the oracle's folder: every file of samples/good must be without error, every file of samples/bad must have one.
import { spawnSync } from 'node:child_process';

function errorsByFile(folder) {
  const run = spawnSync('node', ['validate-fhir.mjs', folder, '--profiles', 'profiles', '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = run.stdout.slice(run.stdout.search(/^\[/m)); // its packages print too
  return JSON.parse(report);
}

const falseAlarms = errorsByFile('samples/good').filter(file => file.errors > 0);
const missed = errorsByFile('samples/bad').filter(file => file.errors === 0);
for (const file of falseAlarms) console.log(`false alarm: ${file.file}`);
for (const file of missed) console.log(`missed: ${file.file}`);
console.log(falseAlarms.length + missed.length === 0 ? 'The FHIR oracle tells its good samples from its bad ones.' : 'The FHIR oracle cannot be trusted.');
process.exit(falseAlarms.length + missed.length === 0 ? 0 : 1);
