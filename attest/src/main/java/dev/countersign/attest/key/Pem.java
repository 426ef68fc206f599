package dev.countersign.attest.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a PEM file (RFC 7468).
 *
 * @param label what it is, for example {@code PUBLIC KEY}
 * @param der its bytes
 */
public record Pem(String label, byte[] der) {
  /** Larger files hold no keys and certificates. */
  public static final int MOST_BYTES = 1 << 20;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /** The blocks of a text in order; what stands between them is for people. */
  public static List<Pem> blocks(byte[] text) {
    return BLOCK
        .matcher(new String(text, ISO_8859_1))
        .results()
        .flatMap(match -> decode(match.group(1), match.group(2)).stream())
        .toList();
  }

  /** The text of a block, with lines of 64 characters that end in LF. */
  public static byte[] write(String label, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .replace("%n", "\n")
        .formatted(label, LINES.encodeToString(der))
        .getBytes(US_ASCII);
  }

  /**
   * Reads a file of keys or certificates.
   *
   * @throws IOException if it cannot be read or is larger than any of them
   */
  public static byte[] file(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }

  private static List<Pem> decode(String label, String base64) {
    try {
      return List.of(new Pem(label, Base64.getMimeDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
