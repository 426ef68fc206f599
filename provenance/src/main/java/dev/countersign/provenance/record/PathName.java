package dev.countersign.provenance.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** The last part of a path as Unicode, whatever the locale of this process is. */
final class PathName {
  private static final char UNDECODABLE = '\uFFFD';

  private PathName() {}

  /**
   * @throws RecordingFailed if the bytes of the name are no UTF-8
   */
  static String of(Path path) throws RecordingFailed {
    String name = String.valueOf(path.getFileName());
    return name.indexOf(UNDECODABLE) < 0 ? name : decoded(path, name);
  }

  /** From the bytes, which only the path's address shows where the locale cannot decode them. */
  private static String decoded(Path path, String name) throws RecordingFailed {
    String raw = path.toUri().getRawPath();
    String last = raw.substring(raw.lastIndexOf('/', raw.length() - 2) + 1).replaceFirst("/$", "");
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(last))).toString();
    } catch (CharacterCodingException malformed) {
      throw new RecordingFailed("the name \"" + name + "\" is no UTF-8. Rename it.", malformed);
    }
  }

  private static byte[] bytes(String percentEncoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < percentEncoded.length(); i++) {
      if (percentEncoded.charAt(i) == '%') {
        bytes.write(HexFormat.fromHexDigits(percentEncoded, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(percentEncoded.charAt(i));
      }
    }
    return bytes.toByteArray();
  }
}
