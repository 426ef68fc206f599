package dev.countersign.guard.onnx;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A thread with a large stack. Native code that loads libraries and models was seen to take more
 * than 512 kB of it, and where a stack overflows in native code the process ends.
 */
final class RoomyThread {
  private static final long STACK = 16L << 20;

  private RoomyThread() {}

  /** What is done in it. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does it, and waits for it. */
  static <T> T call(Work<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = new Thread(null, task, "countersign-onnx-opening", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("Opening the classifier was interrupted.", interrupted);
    } catch (ExecutionException failed) {
      throw thrown(failed);
    }
  }

  private static IOException thrown(ExecutionException failed) {
    return failed.getCause() instanceof IOException wrong
        ? wrong
        : new IOException("The classifier cannot be opened: " + failed.getMessage() + ".", failed);
  }
}
