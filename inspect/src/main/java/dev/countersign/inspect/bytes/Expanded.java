package dev.countersign.inspect.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What came out of compressed bytes.
 *
 * @param bytes everything that came out, also before a break: a loader that reads as it expands has
 *     acted on it by then
 * @param broken why no more came out, where that is not the end
 */
public record Expanded(Bytes bytes, Optional<Broken> broken) {
  private static final int FIRST = 1 << 13;

  /**
   * Expands everything once, to know how much there is; what is larger than {@link
   * StreamedBytes#KEPT} is not kept.
   *
   * @throws Broken where the meter allows no more
   */
  public static Expanded whole(Expansion expansion, Meter meter) throws Broken, IOException {
    return most(expansion, meter, Long.MAX_VALUE);
  }

  /**
   * Expands up to that many bytes.
   *
   * @throws Broken where the meter allows no more
   */
  public static Expanded most(Expansion expansion, Meter meter, long most)
      throws Broken, IOException {
    byte[] kept = new byte[FIRST];
    long count = 0;
    Optional<Broken> broken = Optional.empty();
    try (InputStream stream = new PatientStream(expansion)) {
      byte[] step = new byte[1 << 16];
      while (count < most) {
        int read = stream.read(step, 0, (int) Math.min(step.length, most - count));
        if (read <= 0) {
          break;
        }
        meter.expand(read);
        int keep = (int) Math.clamp(StreamedBytes.KEPT - count, 0, read);
        if (count + keep > kept.length && keep > 0) {
          kept =
              Arrays.copyOf(
                  kept, (int) Math.clamp(kept.length * 2L, count + keep, StreamedBytes.KEPT));
        }
        System.arraycopy(step, 0, kept, (int) Math.min(count, kept.length), keep);
        count += read;
      }
    } catch (Unreadable inner) {
      throw inner;
    } catch (IOException | RuntimeException wrong) {
      broken =
          Optional.of(
              new Broken(
                  0,
                  "after %,d bytes nothing more can be expanded: %s"
                      .formatted(count, reason(wrong))));
    }
    return new Expanded(bytes(expansion, meter, kept, count), broken);
  }

  private static Bytes bytes(Expansion expansion, Meter meter, byte[] kept, long count) {
    return count <= StreamedBytes.KEPT
        ? Bytes.of(Arrays.copyOf(kept, (int) count))
        : new StreamedBytes(expansion, meter, count);
  }

  /** What an exception of a library says, or what it is called. */
  public static String reason(Exception wrong) {
    String message = wrong.getMessage();
    return message == null ? wrong.getClass().getSimpleName() : message;
  }
}
