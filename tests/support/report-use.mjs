// Loaded before the program by `runCli`: at its end writes "maxRssBytes cpuSeconds" to the descriptor it was told.
import { readFileSync, writeSync } from 'node:fs';

const descriptor = Number(process.env.COUNTERFOIL_REPORT_USE ?? '0');
delete process.env.COUNTERFOIL_REPORT_USE;

if (descriptor > 2) {
  process.on('exit', () => {
    const use = process.resourceUsage();
    let cpu = (use.userCPUTime + use.systemCPUTime) / 1e6;
    try {
      // Fields 16 and 17: time of the children waited for, in hundredths of a second.
      const stat = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpu += (Number(stat[13]) + Number(stat[14])) / 100;
    } catch {
      // No /proc: the program's own time only.
    }
    try {
      writeSync(descriptor, `${use.maxRSS * 1024} ${cpu}\n`);
    } catch {
      // The reader has gone.
    }
  });
}
