// Loaded with --import into every node process that a command starts. When the command ends, even by kill -9, the
// channel to it closes and the process ends too: otherwise a web server without a parent would keep the port, and a
// build would write into the next one's folder.
if (process.channel && process.env.BPF_STARTED_BY === String(process.ppid)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 4000).unref();
  });
  process.channel.unref(); // the listener must not keep a finished process alive
}
