import { isJobName, isJobOutcome, type RunFilters } from '@/lib/jobs/run';

/** What the address of the jobs page says. `ignored` names the parameters that could not be read. */
export type RunQuery = { readonly filters: RunFilters; readonly ignored: readonly string[] };

const KNOWN = ['job', 'outcome'];

/** Reads the address. Never throws: what means nothing is named and left out. */
export function readRunQuery(search: URLSearchParams): RunQuery {
  const ignored = [...new Set(search.keys())].filter((name) => !KNOWN.includes(name));
  const read = <T extends string>(name: string, test: (text: string) => text is T): T | null => {
    const text = search.get(name);
    if (!text) return null;
    if (test(text)) return text;
    ignored.push(name);
    return null;
  };
  return { filters: { job: read('job', isJobName), outcome: read('outcome', isJobOutcome) }, ignored };
}

/** The address that reads back as the same; what is default is left out. */
export function jobsHref({ job, outcome }: RunFilters): string {
  const search = new URLSearchParams();
  if (job) search.set('job', job);
  if (outcome) search.set('outcome', outcome);
  return search.size > 0 ? `/jobs?${search}` : '/jobs';
}
