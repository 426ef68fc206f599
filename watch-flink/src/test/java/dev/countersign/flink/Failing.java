package dev.countersign.flink;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Passes lines on, and fails a few times: each time after a checkpoint was completed, for which it
 * waits by being slow, and after some more lines were passed on.
 */
final class Failing extends RichMapFunction<byte[], byte[]> implements CheckpointListener {
  private static final long serialVersionUID = 1L;
  private static final int FAST = 100;
  private static final int BETWEEN = 300;
  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final AtomicInteger HAPPENED = new AtomicInteger();

  private transient int sinceCheckpoint;
  private transient boolean checkpointed;
  private transient int passed;

  /** So many times from now on. */
  static void arm(int times) {
    LEFT.set(times);
    HAPPENED.set(0);
  }

  /** How often it failed. */
  static int happened() {
    return HAPPENED.get();
  }

  @Override
  public byte[] map(byte[] line) throws InterruptedException {
    if (++passed > FAST && LEFT.get() > 0 && !checkpointed) {
      Thread.sleep(2);
    }
    if (checkpointed && ++sinceCheckpoint > BETWEEN && LEFT.getAndDecrement() > 0) {
      HAPPENED.incrementAndGet();
      throw new IllegalStateException("an injected failure");
    }
    return line;
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    checkpointed = true;
  }
}
