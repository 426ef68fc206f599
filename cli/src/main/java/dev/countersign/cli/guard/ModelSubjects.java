package dev.countersign.cli.guard;

import dev.countersign.attest.Subject;
import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The files that a profile is bound to. */
public final class ModelSubjects {
  private ModelSubjects() {}

  /**
   * Each by its name and SHA-256.
   *
   * @throws Refused if one cannot be read
   */
  public static List<Subject> of(List<Path> files) {
    return files.stream().map(ModelSubjects::of).toList();
  }

  private static Subject of(Path file) {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Subject.sha256(
          file.getFileName().toString(), HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } catch (IOException failed) {
      throw new Refused(
          "%s cannot be read (%s). Name a file of the model, or countersign.yaml, with --model."
              .formatted(file, Failure.why(failed)));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
