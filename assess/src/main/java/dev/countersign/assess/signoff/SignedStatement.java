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
}
