import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Family } from './exposition.ts';

/** Named as Prometheus's own client for Node names them, so that ready-made dashboards show them. */
export function createProcessFamilies(): () => readonly Family[] {
  const started = Date.now() / 1_000 - process.uptime();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return () => {
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const [mean, p99, max] = [delay.mean, delay.percentile(99), delay.max];
    // The next reading tells of what came after this one.
    delay.reset();
    return [
      gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.', started),
      {
        name: 'process_cpu_seconds_total',
        help: 'Seconds of processor time spent.',
        type: 'counter',
        samples: [{ labels: {}, value: (user + system) / 1e6 }],
      },
      gauge('process_resident_memory_bytes', 'Bytes of memory in use.', rss),
      gauge('nodejs_heap_size_used_bytes', 'Bytes of the JavaScript heap in use.', heapUsed),
      gauge('nodejs_external_memory_bytes', 'Bytes held outside the JavaScript heap.', external),
      gauge(
        'nodejs_eventloop_lag_mean_seconds',
        'Mean delay of the event loop since the last reading.',
        seconds(mean),
      ),
      gauge('nodejs_eventloop_lag_p99_seconds', 'The 99th percentile of that delay.', seconds(p99)),
      gauge('nodejs_eventloop_lag_max_seconds', 'The longest such delay.', seconds(max)),
    ];
  };
}

function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ labels: {}, value }] };
}

/** From nanoseconds; between two readings close to each other nothing was measured. */
function seconds(nanoseconds: number): number {
  return Number.isNaN(nanoseconds) ? 0 : nanoseconds / 1e9;
}
