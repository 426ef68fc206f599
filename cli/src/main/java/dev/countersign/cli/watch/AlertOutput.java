package dev.countersign.cli.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output for alerts: where it is closed that is an error, and not silence. */
public final class AlertOutput extends OutputStream {
  private final PrintStream out;

  /** Over standard output, which is never closed. */
  public AlertOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) {
    out.write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    if (out.checkError()) {
      throw new IOException("it is closed, or its disk is full");
    }
  }
}
