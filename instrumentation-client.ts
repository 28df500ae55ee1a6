// Run by Next in the browser before anything else. zod would try whether it may compile code at run time, which the
// page's policy refuses and reports; this is where it looks first, without our sending zod to pages that do without it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
