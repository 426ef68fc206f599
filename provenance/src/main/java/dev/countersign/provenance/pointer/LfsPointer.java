package dev.countersign.provenance.pointer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Git LFS pointer (git-lfs, docs/spec.md): a small text in place of a large file.
 *
 * @param sha256 of the data, 64 lower-case hexadecimal digits
 * @param bytes how long the data is
 */
public record LfsPointer(String sha256, long bytes) {
  /** A pointer is shorter than this, so nothing longer has to be looked at. */
  public static final int SHORTER_THAN = 1024;

  private static final byte[] BEGINNING = "version ".getBytes(StandardCharsets.US_ASCII);
  private static final Set<String> VERSIONS =
      Set.of(
          "version https://git-lfs.github.com/spec/v1",
          "version https://hawser.github.com/spec/v1",
          "version http://git-media.io/v/2");
  private static final Pattern OID = Pattern.compile("oid sha256:([0-9a-f]{64})");
  private static final Pattern SIZE = Pattern.compile("size (0|[1-9][0-9]{0,17})");
  private static final Pattern EXTENSION = Pattern.compile("ext-[0-9]-\\S+ sha256:[0-9a-f]{64}");

  /** Whether bytes begin as pointers do. Cheap: it is asked of every small file. */
  public static boolean begins(byte[] content, int length) {
    return length > BEGINNING.length
        && length < SHORTER_THAN
        && Arrays.mismatch(content, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length) < 0;
  }

  /** The pointer that these bytes are; empty where they are data like any other. */
  public static Optional<LfsPointer> of(byte[] content) {
    if (content.length >= SHORTER_THAN || content.length == 0) {
      return Optional.empty();
    }
    return text(content).flatMap(LfsPointer::parse);
  }

  private static Optional<LfsPointer> parse(String text) {
    List<String> lines = text.lines().toList();
    if (!text.endsWith("\n") || lines.size() < 3 || !VERSIONS.contains(lines.getFirst())) {
      return Optional.empty();
    }
    List<String> extensions = lines.subList(1, lines.size() - 2);
    var oid = OID.matcher(lines.get(lines.size() - 2));
    var size = SIZE.matcher(lines.getLast());
    boolean whole =
        oid.matches()
            && size.matches()
            && extensions.stream().allMatch(line -> EXTENSION.matcher(line).matches());
    return whole
        ? Optional.of(new LfsPointer(oid.group(1), Long.parseLong(size.group(1))))
        : Optional.empty();
  }

  private static Optional<String> text(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
