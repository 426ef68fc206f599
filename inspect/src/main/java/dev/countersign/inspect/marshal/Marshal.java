package dev.countersign.inspect.marshal;

import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.bytes.Cursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads CPython's marshal format (Python/marshal.c of versions 2.7 to 3.14). The format does not
 * say which version wrote it: each layout of code objects is tried, and the one that fits to the
 * end is taken.
 */
public final class Marshal {
  private static final int DEEPEST = 200;
  private static final int MOST_OBJECTS = 1_000_000;
  private static final int LONGEST = 1 << 24;

  /** Numbers before the first object of a code object, and objects in it that hold names. */
  private enum Layout {
    /** 3.11 and later: names, and names of locals with their kinds. */
    PYTHON_3_11(5, 8, true),
    /** 3.8 to 3.10. */
    PYTHON_3_8(6, 8, false),
    /** 3.0 to 3.7. */
    PYTHON_3_0(5, 8, false),
    /** 2.x. */
    PYTHON_2(4, 8, false);

    final int numbers;
    final int objects;
    final boolean exceptions;

    Layout(int numbers, int objects, boolean exceptions) {
      this.numbers = numbers;
      this.objects = objects;
      this.exceptions = exceptions;
    }
  }

  private final Cursor in;
  private final Layout layout;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final List<String> interned = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private int codes;
  private int objects;

  private Marshal(Bytes bytes, Layout layout) {
    this.in = new Cursor(bytes);
    this.layout = layout;
  }

  /**
   * Reads one object.
   *
   * @throws Broken if no version of Python wrote it
   */
  public static CompiledCode read(Bytes bytes) throws Broken, IOException {
    Broken last = new Broken(0, "no marshalled object");
    for (Layout layout : Layout.values()) {
      Marshal marshal = new Marshal(bytes, layout);
      try {
        marshal.object(0);
        return new CompiledCode(marshal.codes, marshal.names, marshal.texts);
      } catch (Broken broken) {
        last = broken;
      }
    }
    throw last;
  }

  /** Reads one object; gives its text where it is one. */
  private String object(int depth) throws Broken, IOException {
    if (depth > DEEPEST || ++objects > MOST_OBJECTS) {
      throw new Broken(in.position(), "marshalled data that nests without end");
    }
    int type = in.u8();
    boolean referred = (type & 0x80) != 0;
    int place = references.size();
    if (referred) {
      references.add("");
    }
    String text = body(type & 0x7F, depth);
    if (referred) {
      references.set(place, text);
    }
    return text;
  }

  private String body(int type, int depth) throws Broken, IOException {
    return switch (type) {
      case '0', 'N', 'F', 'T', 'S', '.' -> "";
      case 'i' -> skip(4);
      case 'I', 'g' -> skip(8);
      case 'f' -> skip(in.u8());
      case 'x' -> skip(in.u8()) + skip(in.u8());
      case 'y' -> skip(16);
      case 'l' -> skip(2L * Math.abs((long) in.i32()));
      case 's' -> bytes(in.u32());
      case 't' -> interned(text(in.u32(), StandardCharsets.UTF_8));
      case 'u' -> text(in.u32(), StandardCharsets.UTF_8);
      case 'a', 'A' -> text(in.u32(), StandardCharsets.ISO_8859_1);
      case 'z', 'Z' -> text(in.u8(), StandardCharsets.ISO_8859_1);
      case 'R' -> known(interned, in.u32());
      case 'r' -> known(references, in.u32());
      case '(', '[', '<', '>' -> items(in.u32(), depth);
      case ')' -> items(in.u8(), depth);
      case ':' -> items(3, depth);
      case '{' -> mapping(depth);
      case 'c' -> code(depth);
      default ->
          throw new Broken(
              in.position() - 1, "0x%02x, which begins no marshalled object".formatted(type));
    };
  }

  private String code(int depth) throws Broken, IOException {
    codes++;
    in.skip(4L * layout.numbers);
    object(depth + 1);
    object(depth + 1);
    names(depth);
    names(depth);
    if (layout == Layout.PYTHON_3_11) {
      object(depth + 1);
    } else {
      names(depth);
      names(depth);
    }
    object(depth + 1);
    names.add(object(depth + 1));
    if (layout == Layout.PYTHON_3_11) {
      object(depth + 1);
    }
    in.skip(4);
    object(depth + 1);
    if (layout.exceptions) {
      object(depth + 1);
    }
    return "";
  }

  /** A tuple of names, or a reference to one. */
  private void names(int depth) throws Broken, IOException {
    int type = in.peek() & 0x7F;
    if (type == 'r') {
      object(depth + 1);
      return;
    }
    if (type != '(' && type != ')') {
      throw new Broken(in.position(), "no tuple of names in a code object");
    }
    boolean referred = (in.u8() & 0x80) != 0;
    if (referred) {
      references.add("");
    }
    long count = type == ')' ? in.u8() : in.u32();
    in.need(count);
    for (long i = 0; i < count; i++) {
      names.add(object(depth + 1));
    }
  }

  private String items(long count, int depth) throws Broken, IOException {
    in.need(count);
    for (long i = 0; i < count; i++) {
      object(depth + 1);
    }
    return "";
  }

  private String mapping(int depth) throws Broken, IOException {
    while (in.peek() != '0') {
      object(depth + 1);
      object(depth + 1);
    }
    in.u8();
    return "";
  }

  private String skip(long count) throws Broken {
    in.skip(count);
    return "";
  }

  /** Text of Python 2, and byte code, which is no text. */
  private String bytes(long length) throws Broken, IOException {
    if (layout != Layout.PYTHON_2 && length > 4096) {
      return skip(length);
    }
    return text(length, StandardCharsets.ISO_8859_1);
  }

  private String text(long length, java.nio.charset.Charset charset) throws Broken, IOException {
    String text = in.text(length, LONGEST, charset);
    texts.add(text);
    return text;
  }

  private String interned(String text) {
    interned.add(text);
    return text;
  }

  private String known(List<String> list, long index) throws Broken {
    if (index >= list.size()) {
      throw new Broken(in.position(), "a reference to what does not exist");
    }
    return list.get((int) index);
  }
}
