package dev.countersign.inspect.rds;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Lie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads objects as {@code ReadItem} of R's {@code serialize.c} does, and says what evaluation would
 * do.
 */
final class RObjects {
  private static final int DEEPEST = 1_000;
  private static final int MOST = 20_000_000;
  private static final long MOST_ELEMENTS = 1L << 36;
  private static final int ACTIVE_BINDING = 1 << 15;
  private final RInput in;
  private final Examination examination;
  private final RCalls calls;
  private final List<RItem> references = new ArrayList<>();
  private int items;
  private boolean functions;

  RObjects(RInput in, Examination examination) {
    this.in = in;
    this.examination = examination;
    this.calls = new RCalls(examination);
  }

  /** Reads the object that the stream holds. */
  void all() throws Broken, IOException {
    item(0, RPlace.DATA);
  }

  private RItem item(int depth, RPlace place) throws Broken, IOException {
    if (depth > DEEPEST || ++items > MOST) {
      throw new Lie(in.cursor().position(), "objects that nest without end");
    }
    long offset = in.cursor().position();
    int flags = in.integer();
    int type = flags & 0xFF;
    boolean attributes = (flags & 1 << 9) != 0;
    return switch (type) {
      case 254, 253, 252, 251, 250, 242, 241 -> RItem.NOTHING;
      case 255 -> reference(flags >>> 8);
      case 1 -> refer(RItem.symbol(item(depth + 1, place).text()));
      case 247, 248, 249 -> names(depth, place);
      case 4 -> environment(depth, place);
      case 2, 3, 5, 6, 17, 239, 240 -> pairs(flags, depth, place, offset);
      case 22 -> pointer(attributes, depth, place);
      case 23 -> weak(attributes, depth, place);
      case 7, 8 -> RItem.symbol(in.text(length()));
      case 9 -> characters(attributes, depth, place);
      case 10, 13 -> vector(4, attributes, depth, place);
      case 14 -> vector(8, attributes, depth, place);
      case 15 -> vector(16, attributes, depth, place);
      case 24 -> vector(1, attributes, depth, place);
      case 16, 19, 20 -> list(attributes, depth, place);
      case 25 -> attributed(RItem.NOTHING, attributes, depth, place);
      case 21 -> byteCode(attributes, depth, place);
      case 238 -> compact(depth, place);
      default ->
          throw new Lie(offset, "an object of type %d, which R does not have".formatted(type));
    };
  }

  private RItem reference(int packed) throws Broken, IOException {
    int index = packed == 0 ? in.integer() : packed;
    if (index < 1 || index > references.size()) {
      throw new Lie(in.cursor().position(), "a reference to what was not read");
    }
    return references.get(index - 1);
  }

  private RItem refer(RItem item) {
    references.add(item);
    return item;
  }

  private RItem names(int depth, RPlace place) throws Broken, IOException {
    in.integer();
    int count = length();
    for (int i = 0; i < count; i++) {
      item(depth + 1, place);
    }
    return refer(RItem.NOTHING);
  }

  private RItem environment(int depth, RPlace place) throws Broken, IOException {
    in.integer();
    refer(RItem.NOTHING);
    item(depth + 1, place.inside());
    item(depth + 1, RPlace.FRAME);
    item(depth + 1, RPlace.TABLE);
    return item(depth + 1, RPlace.DATA);
  }

  /** Pairs, calls, functions and promises: each has attributes, a tag, and two parts. */
  private RItem pairs(int first, int depth, RPlace place, long offset) throws Broken, IOException {
    int flags = first;
    int type = flags & 0xFF;
    if (type == 3 || type == 5) {
      return code(flags, depth, place, offset);
    }
    boolean call = type == 6 || type == 240;
    List<RItem> parts = new ArrayList<>();
    while (true) {
      parts.add(pair(flags, depth, call ? place.inside() : place));
      long next = in.cursor().position();
      flags = in.integer();
      type = flags & 0xFF;
      if (type != 2 && type != 239 && type != 6 && type != 240) {
        rest(flags, depth, place, next);
        break;
      }
      if (++items > MOST) {
        throw new Lie(next, "objects that nest without end");
      }
    }
    return call ? calls.called(parts, place, offset) : RItem.NOTHING;
  }

  private RItem pair(int flags, int depth, RPlace place) throws Broken, IOException {
    if ((flags & 1 << 9) != 0) {
      item(depth + 1, RPlace.DATA);
    }
    RItem tag = (flags & 1 << 10) != 0 ? item(depth + 1, place) : RItem.NOTHING;
    if (place == RPlace.FRAME && (flags >>> 12 & ACTIVE_BINDING) != 0) {
      examination.report(RRules.ACTIVE, in.cursor().position(), tag.symbol());
    }
    RItem value = item(depth + 1, place);
    if (depth == 1 && tag.symbol().equals("class")) {
      examination.fact(ArtefactFact.ARCHITECTURE, value.text());
    }
    return value;
  }

  /** What a chain of pairs ends with, whose flags were read already. */
  private void rest(int flags, int depth, RPlace place, long offset) throws Broken, IOException {
    int type = flags & 0xFF;
    if (type == 254) {
      return;
    }
    in.cursor().seek(offset);
    item(depth + 1, place);
  }

  private RItem code(int flags, int depth, RPlace place, long offset) throws Broken, IOException {
    boolean promise = (flags & 0xFF) == 5;
    RPlace inside = RPlace.FUNCTION;
    if (promise) {
      boolean inFrame =
          place == RPlace.FRAME || place == RPlace.FRAME_PROMISE || place == RPlace.KEPT;
      inside = inFrame ? RPlace.FRAME_PROMISE : RPlace.PROMISE;
      if (!inFrame && place != RPlace.FUNCTION) {
        examination.report(RRules.PROMISE, offset, "a promise");
      }
    } else if (!functions) {
      functions = true;
      examination.report(RRules.FUNCTIONS, offset, "a function");
    }
    if ((flags & 1 << 9) != 0) {
      item(depth + 1, RPlace.DATA);
    }
    if ((flags & 1 << 10) != 0) {
      item(depth + 1, RPlace.DATA);
    }
    boolean open = isUnbound();
    item(depth + 1, promise ? RPlace.DATA : inside);
    item(depth + 1, promise && !open && place == RPlace.FRAME ? RPlace.KEPT : inside);
    return RItem.NOTHING;
  }

  /** Whether the next object is the mark of a promise that has no value yet. */
  private boolean isUnbound() throws Broken, IOException {
    long here = in.cursor().position();
    int flags = in.integer();
    in.cursor().seek(here);
    return (flags & 0xFF) == 252;
  }

  private RItem pointer(boolean attributes, int depth, RPlace place) throws Broken, IOException {
    refer(RItem.NOTHING);
    item(depth + 1, place.inside());
    item(depth + 1, place.inside());
    return attributed(RItem.NOTHING, attributes, depth, place);
  }

  private RItem weak(boolean attributes, int depth, RPlace place) throws Broken, IOException {
    refer(RItem.NOTHING);
    return attributed(RItem.NOTHING, attributes, depth, place);
  }

  private RItem characters(boolean attributes, int depth, RPlace place) throws Broken, IOException {
    int length = in.integer();
    if (length < -1) {
      throw new Lie(in.cursor().position(), "a text of fewer than no characters");
    }
    return attributed(RItem.text(length == -1 ? "" : in.text(length)), attributes, depth, place);
  }

  private RItem vector(int bytesEach, boolean attributes, int depth, RPlace place)
      throws Broken, IOException {
    in.skip(longLength(), bytesEach);
    return attributed(RItem.NOTHING, attributes, depth, place);
  }

  private RItem list(boolean attributes, int depth, RPlace place) throws Broken, IOException {
    long count = longLength();
    RItem first = RItem.NOTHING;
    for (long i = 0; i < count; i++) {
      RItem item = item(depth + 1, place.inside());
      first = i == 0 ? item : first;
    }
    return attributed(first, attributes, depth, place);
  }

  private RItem attributed(RItem item, boolean attributes, int depth, RPlace place)
      throws Broken, IOException {
    if (attributes) {
      item(depth + 1, place == RPlace.FRAME || place == RPlace.TABLE ? RPlace.DATA : place);
    }
    return item;
  }

  private RItem compact(int depth, RPlace place) throws Broken, IOException {
    item(depth + 1, place.inside());
    item(depth + 1, place.inside());
    item(depth + 1, place.inside());
    return RItem.NOTHING;
  }

  private RItem byteCode(boolean attributes, int depth, RPlace place) throws Broken, IOException {
    in.integer();
    code(depth, place);
    return attributed(RItem.NOTHING, attributes, depth, place);
  }

  private void code(int depth, RPlace place) throws Broken, IOException {
    item(depth + 1, place);
    int count = length();
    for (int i = 0; i < count; i++) {
      int type = in.integer();
      switch (type) {
        case 21 -> nested(depth, place);
        case 2, 6, 239, 240, 243, 244 -> language(type, depth + 1, place);
        default -> item(depth + 1, place);
      }
    }
  }

  private void nested(int depth, RPlace place) throws Broken, IOException {
    if (depth > DEEPEST) {
      throw new Lie(in.cursor().position(), "code that nests without end");
    }
    code(depth + 1, place);
  }

  /** A call among the constants of byte code ({@code ReadBCLang}). */
  private RItem language(int first, int depth, RPlace place) throws Broken, IOException {
    int type = first;
    long offset = in.cursor().position();
    if (depth > DEEPEST || ++items > MOST) {
      throw new Lie(offset, "code that nests without end");
    }
    if (type == 243) {
      in.integer();
      return RItem.NOTHING;
    }
    if (type == 244) {
      in.integer();
      type = in.integer();
    }
    if (type != 2 && type != 6 && type != 239 && type != 240) {
      return item(depth + 1, place);
    }
    if (type >= 239) {
      item(depth + 1, RPlace.DATA);
    }
    item(depth + 1, place);
    RItem head = language(in.integer(), depth + 1, place);
    language(in.integer(), depth + 1, place);
    if (type == 6 || type == 240) {
      calls.called(List.of(head), place, offset);
    }
    return RItem.NOTHING;
  }

  private int length() throws Broken, IOException {
    int length = in.integer();
    if (length < 0 || length > in.cursor().length()) {
      throw unfit(length);
    }
    return length;
  }

  private Broken unfit(long count) {
    return Lie.orCut(
        in.cursor().position() - 4, "elements", count, in.cursor().remaining(), MOST_ELEMENTS);
  }

  /** A length that is -1 is followed by one of 64 bits. */
  private long longLength() throws Broken, IOException {
    int length = in.integer();
    long count = length == -1 ? (long) in.integer() << 32 | in.integer() & 0xFFFF_FFFFL : length;
    if (count < 0 || count > in.cursor().length()) {
      throw unfit(count);
    }
    return count;
  }
}
