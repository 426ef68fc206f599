package dev.countersign.watch.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Events as bytes, between the processes of one host; not a form to keep. */
public final class EventBytes {
  private static final int MOST = 64 << 20;

  private EventBytes() {}

  /**
   * Writes an event.
   *
   * @throws IOException as {@code out} does
   */
  public static void write(Event event, DataOutput out) throws IOException {
    out.writeLong(event.time());
    for (String word : words(event)) {
      write(word, out);
    }
    out.writeInt(event.status());
    out.writeDouble(event.millis());
    out.writeLong(event.bytesIn());
    out.writeLong(event.bytesOut());
    out.writeLong(event.tokensIn());
    out.writeLong(event.tokensOut());
    write(event.rows(), out);
    write(event.tools(), out);
    out.writeInt(event.gates().size());
    for (GateNote note : event.gates()) {
      write(note.gate(), out);
      write(note.decision(), out);
      out.writeDouble(note.p());
      write(note.reasons(), out);
    }
  }

  private static List<String> words(Event event) {
    return List.of(
        event.id(),
        event.system(),
        event.model(),
        event.client(),
        event.source(),
        event.session(),
        event.operation(),
        event.outcome(),
        event.text());
  }

  private static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  private static void write(Rows rows, DataOutput out) throws IOException {
    out.writeInt(rows.count());
    out.writeInt(rows.width());
    out.writeInt(rows.outputWidth());
    for (int row = 0; row < rows.count(); row++) {
      for (int i = 0; i < rows.width(); i++) {
        out.writeFloat(rows.feature(row, i));
      }
    }
    for (int row = 0; row < rows.count(); row++) {
      for (int i = 0; i < rows.outputWidth(); i++) {
        out.writeFloat(rows.output(row, i));
      }
    }
  }

  /**
   * Reads an event.
   *
   * @throws IOException if it is none
   */
  public static Event read(DataInput in) throws IOException {
    EventBuilder event = Event.at(in.readLong(), text(in));
    event.system(text(in)).model(text(in)).client(text(in)).source(text(in)).session(text(in));
    event.operation(text(in)).outcome(text(in)).text(text(in));
    event.status(in.readInt()).millis(in.readDouble());
    event.bytesIn(in.readLong()).bytesOut(in.readLong());
    event.tokensIn(in.readLong()).tokensOut(in.readLong());
    event.rows(rows(in)).tools(texts(in));
    for (int left = length(in); left > 0; left--) {
      event.gate(new GateNote(text(in), text(in), in.readDouble(), texts(in)));
    }
    return event.build();
  }

  private static Rows rows(DataInput in) throws IOException {
    int count = length(in);
    float[] features = new float[length((long) count * length(in))];
    float[] outputs = new float[length((long) count * length(in))];
    for (int i = 0; i < features.length; i++) {
      features[i] = in.readFloat();
    }
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = in.readFloat();
    }
    return count == 0 ? Rows.NONE : new Rows(count, features, outputs);
  }

  private static List<String> texts(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = length(in); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static String text(DataInput in) throws IOException {
    byte[] bytes = new byte[length(in)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int length(DataInput in) throws IOException {
    return length(in.readInt());
  }

  private static int length(long length) throws IOException {
    if (length < 0 || length > MOST) {
      throw new IOException("an event cannot have %d of something".formatted(length));
    }
    return (int) length;
  }
}
