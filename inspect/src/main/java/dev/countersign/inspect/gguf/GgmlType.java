package dev.countersign.inspect.gguf;

import dev.countersign.inspect.text.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How numbers of a tensor are stored.
 *
 * @param id in files
 * @param name as {@code Q4_K}
 * @param block how many numbers are stored together
 * @param bytes of one such block
 */
record GgmlType(long id, String name, int block, int bytes) {
  private static final Map<Long, GgmlType> KNOWN =
      WordList.lines(GgmlType.class, "ggml-types.txt").stream()
          .map(GgmlType::parsed)
          .collect(Collectors.toMap(GgmlType::id, Function.identity()));

  static Optional<GgmlType> of(long id) {
    return Optional.ofNullable(KNOWN.get(id));
  }

  private static GgmlType parsed(String line) {
    String[] words = line.split(" +", -1);
    return new GgmlType(
        Long.parseLong(words[0]), words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
  }
}
