package dev.countersign.inspect.msgpack;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.bytes.Lie;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks through one file. For one file. */
final class MsgpackLook {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 1 << 14;
  private static final int MOST_ITEMS = 1 << 24;
  private static final int ARRAY = 1;
  private static final int COMPLEX = 2;
  private static final int SCALAR = 3;
  private static final int TIME = 0xFF;
  private static final Pattern HOOK =
      Pattern.compile(
          "__(?:reduce|reduce_ex|class|globals|builtins|import|init|new|call|getattr|setattr|del|getstate"
              + "|setstate|dict|code|module|eval|exec|subclasses|tree_flatten|tree_unflatten|jax_array)__");

  private final Cursor in;
  private final Bytes bytes;
  private final Examination examination;
  private final Arrays arrays;

  MsgpackLook(Bytes bytes, Examination examination) {
    this.bytes = bytes;
    this.in = new Cursor(bytes);
    this.examination = examination;
    this.arrays = new Arrays(bytes, examination);
  }

  void look() throws Broken, IOException {
    examination.fact(ArtefactFact.FRAMEWORK, "Flax");
    boolean whole = value("", 0);
    arrays.tell();
    if (whole && in.more()) {
      examination.report(
          MsgpackRules.TRAILING, in.position(), "%,d bytes".formatted(in.remaining()));
      examination.member("trailing", in.slice(in.remaining()));
    }
  }

  /**
   * One value.
   *
   * @return whether it was read to its end
   */
  private boolean value(String key, int depth) throws Broken, IOException {
    long at = in.position();
    int type = in.u8();
    return switch (type) {
      case 0xC0, 0xC2, 0xC3 -> true;
      case 0xC1 -> throw new Lie(at, "a type that MessagePack never uses");
      case 0xC4 -> binary(key, in.u8());
      case 0xC5 -> binary(key, in.u16Big());
      case 0xC6 -> binary(key, in.u32Big());
      case 0xC7 -> extension(key, at, in.u8());
      case 0xC8 -> extension(key, at, in.u16Big());
      case 0xC9 -> extension(key, at, in.u32Big());
      case 0xCC, 0xD0 -> passed(1);
      case 0xCD, 0xD1 -> passed(2);
      case 0xCA, 0xCE, 0xD2 -> passed(4);
      case 0xCB, 0xCF, 0xD3 -> passed(8);
      case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> extension(key, at, 1L << (type - 0xD4));
      case 0xD9 -> text(key, in.u8());
      case 0xDA -> text(key, in.u16Big());
      case 0xDB -> text(key, in.u32Big());
      case 0xDC -> list(key, in.u16Big(), depth);
      case 0xDD -> list(key, in.u32Big(), depth);
      case 0xDE -> map(key, in.u16Big(), depth);
      case 0xDF -> map(key, in.u32Big(), depth);
      default -> small(type, key, depth);
    };
  }

  private boolean small(int type, String key, int depth) throws Broken, IOException {
    return switch (type >> 4) {
      case 0x8 -> map(key, type & 0xF, depth);
      case 0x9 -> list(key, type & 0xF, depth);
      case 0xA, 0xB -> text(key, type & 0x1F);
      default -> true;
    };
  }

  private boolean passed(int count) throws Broken {
    in.skip(count);
    return true;
  }

  private boolean map(String key, long count, int depth) throws Broken, IOException {
    room("pairs", 2 * count);
    if (tooDeep(key, depth)) {
      return false;
    }
    for (long i = 0; i < count; i++) {
      String name = key(depth);
      if (!value(name, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  /** A key, which is a text in all that Flax writes. */
  private String key(int depth) throws Broken, IOException {
    long at = in.position();
    int type = in.peek();
    boolean text = (type >= 0xA0 && type <= 0xBF) || (type >= 0xD9 && type <= 0xDB);
    if (!text) {
      value("a key", depth + 1);
      return "?";
    }
    in.u8();
    long length =
        switch (type) {
          case 0xD9 -> in.u8();
          case 0xDA -> in.u16Big();
          case 0xDB -> in.u32Big();
          default -> type & 0x1F;
        };
    String name = read(length);
    if (HOOK.matcher(name).matches()) {
      examination.report(MsgpackRules.KEY, at, name);
    }
    prose("a key", name, at);
    return name;
  }

  private boolean list(String key, long count, int depth) throws Broken, IOException {
    room("items", count);
    if (tooDeep(key, depth)) {
      return false;
    }
    for (long i = 0; i < count; i++) {
      if (!value(key, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean tooDeep(String key, int depth) {
    if (depth < DEEPEST) {
      return false;
    }
    examination.report(MsgpackRules.DEEP, in.position(), key);
    return true;
  }

  private void room(String what, long count) throws Broken {
    if (count > in.remaining()) {
      throw Lie.orCut(in.position(), what, count, in.remaining(), MOST_ITEMS);
    }
  }

  private boolean text(String key, long length) throws Broken, IOException {
    long at = in.position();
    prose(key, read(length), at);
    return true;
  }

  private String read(long length) throws Broken, IOException {
    if (length > in.remaining()) {
      throw Lie.orCut(in.position(), "bytes of text", length, in.remaining(), MOST_ITEMS);
    }
    Bytes text = in.slice(length);
    return new String(text.copy(0, LONGEST_TEXT), StandardCharsets.UTF_8);
  }

  /** Bytes: most are numbers, but a pickle or code among them is looked into. */
  private boolean binary(String key, long length) throws Broken, IOException {
    if (length > in.remaining()) {
      throw Lie.orCut(in.position(), "bytes", length, in.remaining(), Integer.MAX_VALUE);
    }
    long at = in.position();
    Bytes binary = in.slice(length);
    byte[] start = binary.copy(0, LONGEST_TEXT);
    if (Pickles.likely(binary, start)) {
      examination.member(key, binary);
    } else if (printable(start)) {
      prose(key, new String(start, StandardCharsets.UTF_8), at);
    }
    return true;
  }

  private static boolean printable(byte[] start) {
    for (byte b : start) {
      if (b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return start.length > 8;
  }

  private boolean extension(String key, long at, long length) throws Broken, IOException {
    int kind = in.u8();
    if (length > in.remaining()) {
      throw Lie.orCut(
          in.position(), "bytes of an extension", length, in.remaining(), Integer.MAX_VALUE);
    }
    long start = in.position();
    in.skip(length);
    switch (kind) {
      case ARRAY, SCALAR -> arrays.array(key, start, length);
      case COMPLEX, TIME -> {}
      default -> {
        examination.report(MsgpackRules.EXTENSION, at, "%s: kind %d".formatted(key, kind));
        examination.member(key, bytes.slice(start, length));
      }
    }
    return true;
  }

  private void prose(String where, String text, long at) {
    Optional<Payload> payload = text.length() < 8 ? Optional.empty() : Payloads.in(text);
    payload.ifPresent(found ->
        examination.report(
            MsgpackRules.TEXT, at, "%s in %s: %s".formatted(found.kind(), where, found.excerpt())));
  }
}
