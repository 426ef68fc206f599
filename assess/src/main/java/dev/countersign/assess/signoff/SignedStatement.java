package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Identity;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A sign-off that is admitted.
 *
 * @param file where it stands, as the user would type it
 * @param by whose signature it is
 * @param content what is signed
 */
public record SignedStatement(String file, Identity by, SignedContent content) {
  /** The day of the signature, in UTC. */
  public LocalDate day() {
    return content.signedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The name of the file, which is unlike that of any other statement. */
  String name() {
    return name(file);
  }

  /** The name of a file of signatures. */
  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
