// Preloaded into the children of the launcher: when the launcher dies without stopping them (kill -9), the
// channel between them breaks, and the child ends itself in the way it ends when it is asked to.

if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
