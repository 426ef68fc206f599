package dev.countersign.inspect.onnx;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.text.OutwardPath;
import dev.countersign.inspect.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tensors: their sizes, and the files that hold their data. For one model. */
final class Tensors {
  private static final int LONGEST = 4096;
  private static final String TWICE = "\0twice";

  /** More than any file has: 1 PiB. */
  private static final long LARGEST_FILE = 1L << 50;

  private static final int MOST_DIMENSIONS = 64;

  private final Artefact artefact;
  private final Examination examination;
  private final OnnxFacts facts;
  private final Map<String, OptionalLong> files = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  Tensors(Artefact artefact, Examination examination, OnnxFacts facts) {
    this.artefact = artefact;
    this.examination = examination;
    this.facts = facts;
  }

  /** SparseTensorProto: its values and their places are tensors. */
  void sparse(Wire sparse) throws Broken, IOException {
    while (sparse.next()) {
      if (sparse.holds(1) || sparse.holds(2)) {
        tensor(sparse.message(), sparse.at(), true);
      }
    }
  }

  /**
   * TensorProto.
   *
   * @param weight whether it counts as a tensor of the model, not as an argument of an operator
   */
  void tensor(Wire tensor, long at, boolean weight) throws Broken, IOException {
    List<Long> shape = new ArrayList<>();
    long type = 0;
    String name = "";
    boolean external = false;
    boolean segment = false;
    Optional<Data> data = Optional.empty();
    Map<String, String> place = new HashMap<>();
    while (tensor.next()) {
      switch (tensor.field()) {
        case 1 -> tensor.numbers(dimension -> keep(shape, dimension));
        case 2 -> type = tensor.value();
        case 3 -> segment = true;
        case 4, 5, 7, 10, 11 -> data = Data.field(tensor, data);
        case 8 -> name = tensor.text(LONGEST);
        case 9 -> data = Optional.of(new Data(tensor.value(), true));
        case 13 -> entry(tensor.message(), place);
        case 14 -> external = tensor.value() == 1;
        default -> {}
      }
    }
    OptionalLong numbers = product(shape);
    if (numbers.isEmpty()) {
      examination.report(OnnxRules.OVERFLOW, at, "%s of shape %s".formatted(name, shape));
      return;
    }
    if (weight) {
      facts.tensor(OnnxType.name(type), numbers.getAsLong());
    }
    if (external || !place.isEmpty()) {
      external(name, at, place, OnnxType.bytes(type, numbers.getAsLong()));
    } else if (!segment && data.isPresent()) {
      size(name, at, type, numbers.getAsLong(), data.get());
    }
  }

  private static void keep(List<Long> shape, long dimension) {
    if (shape.size() < MOST_DIMENSIONS) {
      shape.add(dimension);
    }
  }

  private void size(String name, long at, long type, long numbers, Data data) {
    OptionalLong expected = data.raw() ? OnnxType.bytes(type, numbers) : OptionalLong.empty();
    if (expected.isPresent() && expected.getAsLong() != data.bytes()) {
      examination.report(
          OnnxRules.SIZE,
          at,
          "%s: %,d bytes where %,d are needed".formatted(name, data.bytes(), expected.getAsLong()));
    }
  }

  private static void entry(Wire entry, Map<String, String> place) throws Broken, IOException {
    String key = "";
    while (entry.next()) {
      if (entry.holds(1)) {
        key = entry.text(LONGEST);
      } else if (entry.holds(2)) {
        String value = entry.text(LONGEST);
        if (place.putIfAbsent(key, value) != null) {
          place.put(TWICE, key + " " + value);
        }
      }
    }
  }

  private void external(String name, long at, Map<String, String> place, OptionalLong needed)
      throws IOException {
    String location = place.getOrDefault("location", "");
    if (location.isBlank() || place.containsKey(TWICE)) {
      String odd = place.getOrDefault(TWICE, "no location");
      examination.report(OnnxRules.EXTERNAL_PLACE, at, name + ": " + odd);
    }
    if (leaves(location)) {
      once(location, () -> examination.report(OnnxRules.PATH, at, location));
      return;
    }
    OptionalLong there = length(location);
    long offset = number(place.getOrDefault("offset", "0"));
    long length = number(place.getOrDefault("length", Long.toString(needed.orElse(0))));
    long end = there.orElse(LARGEST_FILE);
    if (offset < 0 || length < 0 || offset > end - length) {
      examination.report(
          OnnxRules.EXTERNAL_RANGE,
          at,
          "%s: %d bytes at %d of %s".formatted(name, length, offset, location));
    } else if (there.isEmpty()) {
      once(location, () -> examination.report(OnnxRules.EXTERNAL_MISSING, at, location));
    } else if (needed.isPresent() && length < needed.getAsLong()) {
      examination.report(
          OnnxRules.SIZE,
          at,
          "%s: %,d bytes where %,d are needed".formatted(name, length, needed.getAsLong()));
    }
  }

  private static boolean leaves(String location) {
    return OutwardPath.leaves(location)
        || OutwardPath.address(location)
        || Payloads.in(location).isPresent();
  }

  private OptionalLong length(String location) throws IOException {
    OptionalLong known = files.get(location);
    if (known == null) {
      Optional<Artefact> file = artefact.sibling(location);
      known = file.isPresent() ? OptionalLong.of(file.get().length()) : OptionalLong.empty();
      files.put(location, known);
    }
    return known;
  }

  private void once(String location, Runnable report) {
    if (told.add(location)) {
      report.run();
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  private static OptionalLong product(List<Long> shape) {
    long product = 1;
    for (long dimension : shape) {
      long high = Math.multiplyHigh(product, dimension);
      product *= dimension;
      if (dimension < 0 || high != 0 || product < 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(product);
  }

  /** The data of a tensor that stands in the model. */
  private record Data(long bytes, boolean raw) {
    static Optional<Data> field(Wire field, Optional<Data> before) {
      long bytes = field.type() == Wire.BYTES ? field.value() : 1;
      return Optional.of(before.orElse(new Data(bytes, false)));
    }
  }
}
