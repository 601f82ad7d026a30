// Runs before every npm script: makes a fresh clone ready, and is silent when nothing is to do.
// Plain JavaScript without dependencies and without newer syntax, so that an old Node reaches the line
// that says it is too old. Everything is written to standard error: standard output belongs to the command.
import { nodeVersionFault } from './setup/node-version.mjs';

const fault = nodeVersionFault(process.versions.node);
if (fault !== null) {
  process.stderr.write(`set-up: ${fault}\n`);
  process.exitCode = 1;
} else {
  import('./setup/set-up.mjs')
    .then((module) => module.setUp())
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
