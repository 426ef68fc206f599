package dev.countersign.runner.sink;

import dev.countersign.watch.alert.Alert;
import java.io.IOException;
import java.util.List;

/** Somewhere that alerts go. */
public interface AlertSink extends AutoCloseable {
  /**
   * Takes the next alerts, in their order.
   *
   * @throws IOException if they could not be taken; the run goes on and gives them again
   */
  void take(List<Alert> alerts) throws IOException;

  /**
   * Makes sure that everything taken so far stays, and says up to where: a checkpoint keeps it.
   *
   * @throws IOException if that cannot be made sure of
   */
  String commit() throws IOException;

  /**
   * Begins where {@link #commit} said in an earlier run; what was written after that is taken back,
   * or, where that cannot be done, comes a second time with the same id.
   *
   * @throws IOException if it is not there any more
   */
  void resume(String position) throws IOException;

  @Override
  void close() throws IOException;
}
