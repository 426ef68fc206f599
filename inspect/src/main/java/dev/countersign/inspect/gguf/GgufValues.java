package dev.countersign.inspect.gguf;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Lie;
import dev.countersign.inspect.jinja.Jinja;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.io.IOException;
import java.util.Optional;

/** Values of metadata, of every type. For one file. */
final class GgufValues {
  private static final int STRING = 8;
  private static final int ARRAY = 9;
  private static final int DEEPEST = 8;
  private static final int LONGEST = Jinja.LONGEST + 1;
  private static final int KEPT_OF_ARRAYS = 20;
  private static final int BOOL = 7;

  /** Bytes of a value by its type; 0 for texts and arrays. */
  private static final int[] SIZES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

  private final GgufInput in;
  private final Examination examination;
  private final GgufFacts facts;

  GgufValues(GgufInput in, Examination examination, GgufFacts facts) {
    this.in = in;
    this.examination = examination;
    this.facts = facts;
  }

  void entry(String key) throws Broken, IOException {
    long at = in.position();
    int type = type();
    switch (type) {
      case STRING -> text(key);
      case ARRAY -> array(key, 1);
      default -> facts.number(key, number(type), type);
    }
    if (key.equals("general.alignment") && type != 4) {
      examination.report(GgufRules.ALIGNMENT, at, "a value of type " + type);
    }
  }

  private int type() throws Broken, IOException {
    long at = in.position();
    long type = in.u32();
    if (type >= SIZES.length) {
      throw new Lie(at, "a value of type %d, and there are 0 to 12".formatted(type));
    }
    return (int) type;
  }

  private void text(String key) throws Broken, IOException {
    long at = in.position();
    String value = in.text(LONGEST);
    facts.text(key, value);
    if (Jinja.looksLike(value) || key.contains("template")) {
      Jinja.report(value, key, at, examination);
    } else {
      prose(key, value, at);
    }
  }

  private void prose(String key, String value, long at) {
    Optional<Payload> payload = Payloads.in(value);
    payload.ifPresent(one ->
        examination.report(
            GgufRules.METADATA, at, "%s in %s: %s".formatted(one.kind(), key, one.excerpt())));
  }

  private void array(String key, int depth) throws Broken, IOException {
    long at = in.position();
    int type = type();
    long count = in.count();
    int size = type == STRING ? (in.version() == 1 ? 4 : 8) : type == ARRAY ? 12 : SIZES[type];
    if (count < 0 || count > in.remaining() / size) {
      String announced =
          "an array of %s values of type %d".formatted(Long.toUnsignedString(count), type);
      throw GgufInput.implausible(count)
          ? new GgufInput.Overflow(at, announced)
          : new Broken(at, announced + ", and %,d bytes are left".formatted(in.remaining()));
    }
    if (depth > DEEPEST) {
      throw new GgufInput.Overflow(at, "arrays in arrays, deeper than %d".formatted(DEEPEST));
    }
    facts.array(key, count);
    items(key, type, count, size, depth);
  }

  private void items(String key, int type, long count, int size, int depth)
      throws Broken, IOException {
    if (type != STRING && type != ARRAY) {
      in.skip(count * size);
      return;
    }
    for (long i = 0; i < count; i++) {
      if (type == ARRAY) {
        array(key, depth + 1);
      } else if (i < KEPT_OF_ARRAYS) {
        item(key);
      } else {
        in.passText();
      }
    }
  }

  private void item(String key) throws Broken, IOException {
    long at = in.position();
    String value = in.text(LONGEST);
    facts.item(key, value);
    if (!key.startsWith("tokenizer.ggml.")) {
      prose(key, value, at);
    }
  }

  private long number(int type) throws Broken, IOException {
    long at = in.position();
    long value =
        switch (SIZES[type]) {
          case 1 -> in.u8();
          case 2 -> in.u16();
          case 4 -> in.u32();
          default -> in.i64();
        };
    if (type == BOOL && value > 1) {
      examination.report(GgufRules.BOOL, at, Long.toString(value));
    }
    return value;
  }
}
