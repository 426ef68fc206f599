package dev.countersign.inspect.closed;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Archives and encrypted files that are recognised, so that nobody takes silence for cleanness. */
public final class ClosedFormat implements Format {
  private static final Rule CLOSED =
      Rule.error(
          "archive-not-read",
          "An archive or container of a kind that is not looked into.",
          "What is in it may hold anything.",
          "Unpack it, and inspect what comes out.");

  /** What begins with these bytes. */
  private record Signature(String title, byte[] first) {
    static Signature of(String title, String latin1) {
      return new Signature(title, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean begins(byte[] head) {
      return head.length >= first.length
          && java.util.Arrays.equals(head, 0, first.length, first, 0, first.length);
    }
  }

  private static final List<Signature> SIGNATURES =
      List.of(
          Signature.of("RAR archive", "Rar!\u001a\u0007"),
          Signature.of("RAR archive", "RE~^"),
          Signature.of("Cabinet archive", "MSCF\0\0\0\0"),
          Signature.of("Windows imaging archive", "MSWIM\0\0\0"),
          Signature.of("lzip file", "LZIP\u0001"),
          Signature.of("lzop file", "\u0089LZO\0\r\n\u001a\n"),
          Signature.of("LZ4 legacy frame", "\u0002!L\u0018"),
          Signature.of("cpio archive", "070701"),
          Signature.of("cpio archive", "070702"),
          Signature.of("cpio archive", "070707"),
          Signature.of("ar archive", "!<arch>\n"),
          Signature.of("RPM package", "\u00ed\u00ab\u00ee\u00db"),
          Signature.of("xar archive", "xar!\0\u001c"),
          Signature.of("SquashFS image", "hsqs"),
          Signature.of("age encrypted file", "age-encryption.org/v1"),
          Signature.of("PGP message", "-----BEGIN PGP MESSAGE-----"),
          Signature.of("LUKS volume", "LUKS\u00ba\u00be"),
          Signature.of("file encrypted by OpenSSL", "Salted__"));

  @Override
  public String id() {
    return "archive-not-read";
  }

  @Override
  public String title() {
    return "archive that is not looked into";
  }

  @Override
  public Set<String> endings() {
    return Set.of("rar", "cab", "wim", "arj", "lz", "lzo", "cpio", "ar", "deb", "rpm", "squashfs");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return signature(artefact).isPresent();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws IOException {
    examination.report(
        CLOSED, 0, signature(artefact).map(Signature::title).orElse(artefact.fileName()));
  }

  private static Optional<Signature> signature(Artefact artefact) throws IOException {
    byte[] head = artefact.head();
    for (Signature signature : SIGNATURES) {
      if (signature.begins(head)) {
        return Optional.of(signature);
      }
    }
    return Optional.empty();
  }
}
