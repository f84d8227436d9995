#!/usr/bin/env node
// The command as npm installs it. Published, the command line is compiled, since Node strips no types below
// node_modules; in a checkout it runs as it is written.
// Not by name: older versions lack the function, and must still be told what is needed.
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Loopbook needs Node 22.18 or newer; this is Node ${process.versions.node}. In a checkout, "npm run loopbook" brings its own.`,
  );
  process.exitCode = 2;
} else {
  // Start-up is most of a run on a small handbook; what Node compiled once it need not compile again.
  module.enableCompileCache?.();
  await import(import.meta.url.includes('/node_modules/') ? '../lib/cli/bin.js' : './bin.ts');
}
