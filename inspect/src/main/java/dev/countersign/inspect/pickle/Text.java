package dev.countersign.inspect.pickle;

import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A string or bytes. Only its place is kept: it is read when somebody asks, and never more than
 * {@value #LONGEST} bytes of it.
 */
public final class Text implements Value {
  /** The longest text that is read as a string, in bytes. */
  public static final int LONGEST = 1 << 16;

  /** What Python makes of it. */
  public enum Kind {
    /** {@code str}. */
    STR,
    /** {@code bytes} or {@code bytearray}. */
    BYTES,
    /** {@code str} or {@code bytes}, as the loader asks for: an 8-bit string of Python 2. */
    EITHER
  }

  /** How it is written. */
  enum Form {
    UTF8,
    LATIN1,
    RAW_UNICODE_ESCAPE,
    STRING_ESCAPE
  }

  private final Kind kind;
  private final Form form;
  private final Bytes source;
  private final long offset;
  private final long length;
  private @org.jspecify.annotations.Nullable String read;

  private Text(Kind kind, Form form, Bytes source, long offset, long length) {
    this.kind = kind;
    this.form = form;
    this.source = source;
    this.offset = offset;
    this.length = length;
  }

  static Text at(Kind kind, Form form, Bytes source, long offset, long length) {
    return new Text(kind, form, source, offset, length);
  }

  /** A string that was computed. */
  static Text str(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    Text text = new Text(Kind.STR, Form.UTF8, Bytes.of(utf8), 0, utf8.length);
    text.read = value;
    return text;
  }

  /** Bytes that were computed. */
  static Text bytes(byte[] value) {
    return new Text(Kind.BYTES, Form.LATIN1, Bytes.of(value), 0, value.length);
  }

  /** Whether it is a string, bytes, or either. */
  public Kind kind() {
    return kind;
  }

  /** How many bytes it has in the pickle. */
  public long length() {
    return length;
  }

  /** Whether {@link #string} is all of it. */
  public boolean whole() {
    return length <= LONGEST;
  }

  /** Its characters, or the first of them where it is not {@link #whole}; bytes as Latin-1. */
  public String string() {
    String known = read;
    if (known == null) {
      known = Escapes.decode(form, copy(LONGEST));
      read = known;
    }
    return known;
  }

  /** Whether it is this text of ASCII, without reading it where its length says that it is not. */
  public boolean is(String ascii) {
    boolean plain = form == Form.UTF8 || form == Form.LATIN1;
    return (plain ? length == ascii.length() : whole()) && string().equals(ascii);
  }

  /** Its bytes; of a string those of UTF-8. */
  public Bytes content() {
    return switch (form) {
      case UTF8, LATIN1 -> source.slice(offset, length);
      case STRING_ESCAPE -> Bytes.of(string().getBytes(StandardCharsets.ISO_8859_1));
      case RAW_UNICODE_ESCAPE -> Bytes.of(string().getBytes(StandardCharsets.UTF_8));
    };
  }

  private byte[] copy(int most) {
    try {
      return source.copy(offset, (int) Math.min(length, most));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return Shown.of(this);
  }
}
