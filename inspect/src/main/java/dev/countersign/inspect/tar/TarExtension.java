package dev.countersign.inspect.tar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What headers before a member's own say of it: pax records (POSIX.1-2017), or GNU's long names.
 *
 * @param name instead of its own
 * @param link instead of its own
 * @param size instead of its own
 */
record TarExtension(Optional<String> name, Optional<String> link, Optional<Long> size) {
  static final TarExtension NONE =
      new TarExtension(Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST_NUMBER = 19;

  /** Whether a header of this kind tells of the next one. */
  static boolean extending(char type) {
    return type == 'x' || type == 'X' || type == 'g' || type == 'L' || type == 'K';
  }

  /**
   * With what a header of this kind says. What a global one says is of all members, none of them.
   */
  TarExtension and(char type, byte[] content) {
    return switch (type) {
      case 'L' -> new TarExtension(Optional.of(text(content)), link, size);
      case 'K' -> new TarExtension(name, Optional.of(text(content)), size);
      case 'g' -> this;
      default -> records(content);
    };
  }

  /** Records of the form {@code length key=value\n}; those behind a broken one are not read. */
  private TarExtension records(byte[] content) {
    TarExtension all = this;
    int at = 0;
    while (at < content.length) {
      int blank = at;
      int length = 0;
      while (blank < content.length
          && content[blank] >= '0'
          && content[blank] <= '9'
          && length < content.length) {
        length = length * 10 + content[blank++] - '0';
      }
      if (length <= blank - at || length > content.length - at) {
        break;
      }
      String record = new String(content, blank, at + length - blank, StandardCharsets.UTF_8);
      all = all.record(record.strip());
      at += length;
    }
    return all;
  }

  private TarExtension record(String record) {
    int equals = record.indexOf('=');
    String value = record.substring(equals + 1);
    return switch (equals < 0 ? "" : record.substring(0, equals)) {
      case "path", "GNU.sparse.name" -> new TarExtension(Optional.of(value), link, size);
      case "linkpath" -> new TarExtension(name, Optional.of(value), size);
      case "size" -> new TarExtension(name, link, number(value));
      default -> this;
    };
  }

  private static Optional<Long> number(String digits) {
    return digits.length() < LONGEST_NUMBER && digits.matches("\\d+")
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  private static String text(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != 0) {
      end++;
    }
    return new String(content, 0, end, StandardCharsets.UTF_8);
  }
}
