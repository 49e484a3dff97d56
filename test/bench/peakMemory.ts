/** The most memory this process has held. */
import { readFileSync } from 'node:fs';

/**
 * Megabytes (of 1024 kB), as the system counts what is resident. Not `maxRSS`: on Linux a process starts with that of
 * whoever started it.
 */
export function peakMegabytes(): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(statusHere())?.[1];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}

function statusHere(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Only Linux tells it there.
    return '';
  }
}
