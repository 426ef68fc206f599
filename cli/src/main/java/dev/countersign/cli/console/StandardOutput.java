package dev.countersign.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Standard output whose reader may leave early, as {@code head} does: what it no longer wants is no
 * failure. Anything else that goes wrong, such as a full disk, is one.
 */
public final class StandardOutput extends OutputStream {
  private static final int BUFFER = 8192;
  private final OutputStream out;
  private boolean left;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** The standard output of this process. */
  public static PrintStream open(Charset charset) {
    OutputStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    return new PrintStream(new BufferedOutputStream(out, BUFFER), false, charset);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (left) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException failed) {
      left = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
      if (!left) {
        throw failed;
      }
    }
  }
}
