package dev.countersign.watch.detector;

import dev.countersign.watch.event.Event;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What the client's part of a detector tells the fleet's part: small, since all of them meet in one
 * place.
 *
 * <p>Arrays are taken as they are and never written to.
 *
 * @param time of the event at which it was said, in milliseconds since 1970
 * @param system of that event
 * @param model of that event
 * @param client of that event
 * @param event its id
 * @param detector whose it is
 * @param source of that event
 * @param numbers of a meaning that the detector knows
 * @param hashes of a meaning that the detector knows
 */
public record Contribution(
    long time,
    String system,
    String model,
    String client,
    String event,
    String detector,
    String source,
    float[] numbers,
    long[] hashes) {
  private static final int LONGEST_ARRAY = 1 << 16;

  private static final Comparator<Contribution> AT_ONCE =
      Comparator.comparing(Contribution::client)
          .thenComparing(Contribution::event)
          .thenComparing(Contribution::detector)
          .thenComparing(Contribution::source)
          .thenComparing(Contribution::numbers, Arrays::compare)
          .thenComparing(Contribution::hashes, Arrays::compare);

  /**
   * The order in which they are given to the fleet's part, whatever the number of hosts. Two that
   * come next to each other in any order are equal.
   */
  public static final Comparator<Contribution> ORDER =
      (one, other) ->
          one.time == other.time ? AT_ONCE.compare(one, other) : Long.compare(one.time, other.time);

  /** What a detector tells at an event. */
  public static Contribution at(Event event, String detector, float[] numbers, long[] hashes) {
    return at(event, detector, event.source(), numbers, hashes);
  }

  /** The same, of a source that the event does not name itself. */
  public static Contribution at(
      Event event, String detector, String source, float[] numbers, long[] hashes) {
    return new Contribution(
        event.time(),
        event.system(),
        event.model(),
        event.client(),
        event.id(),
        detector,
        source,
        numbers,
        hashes);
  }

  /**
   * Writes it.
   *
   * @throws IOException as {@code out} does
   */
  public void write(DataOutput out) throws IOException {
    out.writeLong(time);
    out.writeUTF(system);
    out.writeUTF(model);
    out.writeUTF(client);
    out.writeUTF(event);
    out.writeUTF(detector);
    out.writeUTF(source);
    out.writeInt(numbers.length);
    for (float number : numbers) {
      out.writeFloat(number);
    }
    out.writeInt(hashes.length);
    for (long hash : hashes) {
      out.writeLong(hash);
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException if it is none
   */
  public static Contribution read(DataInput in) throws IOException {
    return new Contribution(
        in.readLong(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        floats(in),
        longs(in));
  }

  private static float[] floats(DataInput in) throws IOException {
    float[] numbers = new float[length(in)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }

  private static long[] longs(DataInput in) throws IOException {
    long[] hashes = new long[length(in)];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readLong();
    }
    return hashes;
  }

  private static int length(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_ARRAY) {
      throw new IOException("a contribution cannot have %d numbers".formatted(length));
    }
    return length;
  }
}
