package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of an expansion, up to the very byte before a break: a decoder that fails in the
 * middle of filling an array keeps for itself what it had, so it is asked again byte by byte. For
 * one thread.
 */
final class PatientStream extends InputStream {
  private final Expansion expansion;
  private InputStream stream;
  private long count;
  private boolean patient;

  PatientStream(Expansion expansion) throws IOException {
    this.expansion = expansion;
    this.stream = expansion.open();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    if (patient) {
      return bytewise(into, offset, most);
    }
    try {
      int read = stream.read(into, offset, most);
      count += Math.max(0, read);
      return read;
    } catch (Unreadable inner) {
      throw inner;
    } catch (IOException | RuntimeException broken) {
      patient = true;
      again();
      return bytewise(into, offset, most);
    }
  }

  /** Begins anew, and goes to where it was. */
  private void again() throws IOException {
    stream.close();
    stream = expansion.open();
    byte[] step = new byte[1 << 13];
    for (long left = count; left > 0; ) {
      int read = stream.read(step, 0, (int) Math.min(step.length, left));
      if (read <= 0) {
        throw new IOException("it expands differently each time");
      }
      left -= read;
    }
  }

  private int bytewise(byte[] into, int offset, int most) throws IOException {
    int done = 0;
    try {
      while (done < most) {
        int one = stream.read();
        if (one < 0) {
          return done == 0 ? -1 : done;
        }
        into[offset + done++] = (byte) one;
      }
    } catch (IOException | RuntimeException broken) {
      if (done == 0) {
        throw broken;
      }
    }
    return done;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
