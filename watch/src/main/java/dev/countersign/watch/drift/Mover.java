package dev.countersign.watch.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last rows of one source, or of all, the older the less they count; what they are compared
 * with; and a CUSUM (Page 1954) of batches' mean outputs in both directions.
 */
final class Mover {
  private static final int SHOWN = 4;
  private static final int LONGEST_NAME = 64;

  /** What is not usual is half a spread away at least, and twice what the reference may be off. */
  private static final double ALLOWED = 0.5;

  private static final double TIMES_OFF = 2;
  private static final double MOST_OF_A_BATCH = 4;
  private static final double MOST_OF_ALL = 1e4;

  private final float[] sums = new float[Profile.SIZE];
  private final List<String> clients = new ArrayList<>(1);
  private final List<String> events = new ArrayList<>(SHOWN);
  private Optional<float[]> reference;
  private String name = "";
  private double up;
  private double down;
  private double tail;

  Mover(Optional<float[]> reference) {
    this.reference = reference;
  }

  /**
   * Adds a batch.
   *
   * @param memory rows after which older ones count 1/e
   */
  void add(float[] batch, double memory) {
    float kept = (float) Math.exp(-batch[Profile.ROWS] / memory);
    for (int i = 0; i < Profile.SIZE; i++) {
      sums[i] = sums[i] * kept + batch[i];
    }
  }

  /** Whose rows they are, and at which event they came. */
  void seen(String source, String client, String event) {
    name = source.isEmpty() ? name : cut(source);
    if (clients.size() < SHOWN && !clients.contains(cut(client))) {
      clients.add(cut(client));
    }
    if (events.size() == SHOWN) {
      events.remove(0);
    }
    events.add(cut(event));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  /** The rows so far become what later ones are compared with. */
  void becomeReference() {
    reference = Optional.of(sums.clone());
  }

  /** Takes a batch into the CUSUM. */
  void change(float[] batch, float[] usual, double spread) {
    if (Profile.outputs(batch) <= 0) {
      return;
    }
    double rows = Math.min(DriftClient.BATCH, batch[Profile.ROWS]);
    double unit = spread * Math.sqrt(DriftClient.BATCH / rows);
    double step = (Profile.meanOutput(batch) - Profile.meanOutput(usual)) / unit;
    double bounded = Math.max(-MOST_OF_A_BATCH, Math.min(MOST_OF_A_BATCH, step));
    double batches = Math.max(1, usual[Profile.ROWS] / DriftClient.BATCH);
    double allowed = ALLOWED + TIMES_OFF / Math.sqrt(batches);
    up = Math.max(0, Math.min(MOST_OF_ALL, up + bounded - allowed));
    down = Math.max(0, Math.min(MOST_OF_ALL, down - bounded - allowed));
  }

  double change() {
    return Math.max(up, down);
  }

  float[] sums() {
    return sums;
  }

  Optional<float[]> reference() {
    return reference;
  }

  /** How rare its last difference was; what is more unusual is named first. */
  double tail() {
    return tail;
  }

  void tail(double largest) {
    this.tail = largest;
  }

  String name() {
    return name;
  }

  List<String> clients() {
    return List.copyOf(clients);
  }

  List<String> events() {
    return List.copyOf(events);
  }

  void write(DataOutput out) throws IOException {
    write(sums, out);
    out.writeBoolean(reference.isPresent());
    if (reference.isPresent()) {
      write(reference.get(), out);
    }
    out.writeUTF(name);
    out.writeDouble(up);
    out.writeDouble(down);
    out.writeDouble(tail);
    write(clients, out);
    write(events, out);
  }

  private static void write(float[] numbers, DataOutput out) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  private static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static Mover read(DataInput in) throws IOException {
    Mover mover = new Mover(Optional.empty());
    readInto(mover.sums, in);
    if (in.readBoolean()) {
      float[] reference = new float[Profile.SIZE];
      readInto(reference, in);
      mover.reference = Optional.of(reference);
    }
    mover.name = in.readUTF();
    mover.up = in.readDouble();
    mover.down = in.readDouble();
    mover.tail = in.readDouble();
    readInto(mover.clients, in);
    readInto(mover.events, in);
    return mover;
  }

  private static void readInto(float[] numbers, DataInput in) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
  }

  private static void readInto(List<String> texts, DataInput in) throws IOException {
    for (int left = in.readByte(); left > 0; left--) {
      texts.add(in.readUTF());
    }
  }
}
