package dev.countersign.inspect.gguf;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Looks through one file: its counts, its metadata, its tensors. For one file. */
final class GgufLook {
  private static final int LEAST_ENTRY = 13;
  private static final int LEAST_TENSOR = 24;
  private static final int LONGEST_KEY = 65_535;

  private final GgufInput in;
  private final Examination examination;
  private final GgufFacts facts;
  private final GgufValues values;

  GgufLook(GgufInput in, Examination examination) {
    this.in = in;
    this.examination = examination;
    this.facts = new GgufFacts(examination);
    this.values = new GgufValues(in, examination, facts);
  }

  void look() throws Broken, IOException {
    try {
      whole();
    } catch (GgufInput.Overflow lie) {
      examination.report(GgufRules.LIE, lie.offset(), lie.what());
    }
    facts.tell();
  }

  private void whole() throws Broken, IOException {
    examination.fact(ArtefactFact.FORMAT_VERSION, in.version() + (in.big() ? " (big-endian)" : ""));
    long tensors = counted("tensors", in.count(), LEAST_TENSOR);
    long entries = counted("entries of metadata", in.count(), LEAST_ENTRY);
    examination.fact(ArtefactFact.TENSORS, Long.toString(tensors));
    Set<String> keys = new HashSet<>();
    for (long i = 0; i < entries; i++) {
      long at = in.position();
      String key = in.text(LONGEST_KEY);
      key(key, at);
      if (!keys.add(key)) {
        examination.report(GgufRules.DUPLICATE, at, key);
      }
      values.entry(key);
    }
    new GgufTensors(in, examination, facts, alignment()).look(tensors);
  }

  private long counted(String what, long count, int least) throws Broken {
    if (count < 0 || count > in.remaining() / least) {
      String announced = "%s %s".formatted(Long.toUnsignedString(count), what);
      throw GgufInput.implausible(count)
          ? new GgufInput.Overflow(in.position(), announced)
          : new Broken(
              in.position(), announced + ", and %,d bytes are left".formatted(in.remaining()));
    }
    return count;
  }

  private void key(String key, long at) {
    boolean odd = key.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\') || key.contains("..");
    if (odd) {
      examination.report(GgufRules.KEY, at, key);
    }
  }

  private long alignment() {
    long alignment = facts.alignment();
    if (alignment <= 0 || Long.bitCount(alignment) != 1 || alignment > 1 << 20) {
      examination.report(GgufRules.ALIGNMENT, Long.toUnsignedString(alignment));
      return 1;
    }
    return alignment;
  }
}
