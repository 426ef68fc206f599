package dev.countersign.inspect.gguf;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Descriptions of tensors, and whether their data is where they say. For one file. */
final class GgufTensors {
  /** The longest name that ggml stores, without its end. */
  private static final int LONGEST_NAME = 63;

  private static final int MOST_DIMENSIONS = 4;

  /** ggml had 42 types when this was written, and gets a few in a year. */
  private static final int MOST_TYPES = 127;

  private static final int BELIEVED_DIMENSIONS = 16;

  private final GgufInput in;
  private final Examination examination;
  private final GgufFacts facts;
  private final long alignment;
  private final List<Place> places = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Where the data of a tensor lies, from the start of all data. */
  private record Place(String name, long at, long offset, long size) {}

  GgufTensors(GgufInput in, Examination examination, GgufFacts facts, long alignment) {
    this.in = in;
    this.examination = examination;
    this.facts = facts;
    this.alignment = alignment;
  }

  void look(long count) throws Broken, IOException {
    for (long i = 0; i < count; i++) {
      tensor();
    }
    if (count > 0) {
      long data = (in.position() + alignment - 1) / alignment * alignment;
      ranges(Math.max(0, in.length() - data));
    }
  }

  private void tensor() throws Broken, IOException {
    long at = in.position();
    String name = in.text(1 << 12);
    if (name.length() > LONGEST_NAME) {
      examination.report(GgufRules.NAME, at, name);
    }
    if (!names.add(name)) {
      examination.report(GgufRules.DUPLICATE, at, name);
    }
    long dimensions = in.u32();
    if (dimensions > BELIEVED_DIMENSIONS) {
      throw new GgufInput.Overflow(at, "%s of %d dimensions".formatted(name, dimensions));
    }
    if (dimensions > MOST_DIMENSIONS) {
      examination.report(GgufRules.OVERFLOW, at, "%s of %d dimensions".formatted(name, dimensions));
    }
    Optional<Long> numbers = Optional.of(1L);
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < dimensions; i++) {
      long dimension = in.count();
      shape.append(i == 0 ? "" : "×").append(Long.toUnsignedString(dimension));
      numbers = numbers.flatMap(known -> product(known, dimension));
    }
    long type = in.u32();
    long offset = in.i64();
    place(name, at, shape.toString(), numbers, type, offset);
  }

  private void place(
      String name, long at, String shape, Optional<Long> numbers, long type, long offset) {
    if (numbers.isEmpty()) {
      examination.report(GgufRules.OVERFLOW, at, name + " of shape " + shape);
      return;
    }
    Optional<GgmlType> known = GgmlType.of(type);
    if (known.isEmpty()) {
      examination.report(
          type > MOST_TYPES ? GgufRules.NO_TYPE : GgufRules.TYPE,
          at,
          "%s of type %d".formatted(name, type));
      return;
    }
    facts.tensor(known.get().name(), numbers.get());
    long blocks = (numbers.get() + known.get().block() - 1) / known.get().block();
    Optional<Long> size = product(blocks, known.get().bytes());
    if (size.isEmpty() || offset < 0 || offset + size.get() < 0) {
      examination.report(
          GgufRules.OVERFLOW, at, "%s at %s".formatted(name, Long.toUnsignedString(offset)));
      return;
    }
    if (offset % alignment != 0) {
      examination.report(GgufRules.UNALIGNED, at, "%s at %,d".formatted(name, offset));
    }
    places.add(new Place(name, at, offset, size.get()));
  }

  private void ranges(long length) {
    long covered = 0;
    for (Place place : places.stream().sorted(Comparator.comparingLong(Place::offset)).toList()) {
      long end = place.offset + place.size;
      if (end > length) {
        examination.report(
            GgufRules.OUT_OF_RANGE,
            place.at,
            "%s ends at %,d of %,d bytes".formatted(place.name, end, length));
      }
      if (place.offset < covered && place.size > 0) {
        examination.report(
            GgufRules.OVERLAP, place.at, "%s at %,d".formatted(place.name, place.offset));
      }
      covered = Math.max(covered, end);
    }
  }

  private static Optional<Long> product(long left, long right) {
    return left < 0 || right < 0 || Math.multiplyHigh(left, right) != 0 || left * right < 0
        ? Optional.empty()
        : Optional.of(left * right);
  }
}
