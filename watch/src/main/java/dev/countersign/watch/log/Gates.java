package dev.countersign.watch.log;

import dev.countersign.watch.event.GateNote;
import java.util.ArrayList;
import java.util.List;

/** Reads what gates said, and other lists of names. */
final class Gates {
  private static final int MOST = 64;

  private Gates() {}

  /** An array of objects, each what one gate said; what is more than 64 is left out. */
  static List<GateNote> notes(JsonCursor cursor) throws Refusal {
    if (cursor.tookNull()) {
      return List.of();
    }
    List<GateNote> notes = new ArrayList<>(2);
    boolean more = enter(cursor, '[', ']', "gates");
    while (more) {
      GateNote note = note(cursor);
      if (notes.size() < MOST) {
        notes.add(note);
      }
      more = cursor.more(']');
    }
    return notes;
  }

  private static boolean enter(JsonCursor cursor, char open, char close, String member)
      throws Refusal {
    if (cursor.peek() != open) {
      throw cursor.wrongType(member);
    }
    return cursor.enter(open, close);
  }

  private static GateNote note(JsonCursor cursor) throws Refusal {
    String gate = "";
    String decision = "";
    double p = Double.NaN;
    List<String> reasons = List.of();
    boolean more = enter(cursor, '{', '}', "gates");
    while (more) {
      switch (cursor.name()) {
        case "gate" -> gate = cursor.strings.word();
        case "decision" -> decision = cursor.strings.word();
        case "p" -> p = cursor.tookNull() ? Double.NaN : cursor.numbers.real("p");
        case "reasons" -> reasons = names(cursor, "reasons");
        default -> cursor.skip();
      }
      more = cursor.more('}');
    }
    return new GateNote(gate, decision, p, reasons);
  }

  /** An array of names; what is more than 64 is left out. */
  static List<String> names(JsonCursor cursor, String member) throws Refusal {
    if (cursor.tookNull()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(4);
    boolean more = enter(cursor, '[', ']', member);
    while (more) {
      if (cursor.peek() != '"') {
        throw cursor.wrongType(member);
      }
      String name = JsonText.cut(cursor.strings.word());
      if (names.size() < MOST) {
        names.add(name);
      }
      more = cursor.more(']');
    }
    return names;
  }
}
