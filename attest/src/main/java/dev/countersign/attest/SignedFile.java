package dev.countersign.attest;

import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.trust.Role;
import dev.countersign.attest.trust.TrustPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of file that holds one signed statement, such as a profile or a baseline: how it is read,
 * and whose word counts for it.
 *
 * @param what it is called in messages, for example {@code profile}
 * @param maker the command that signs one, for example {@code countersign guard … --key KEY}
 * @param type of its predicate
 * @param roles whose word counts
 * @param mostBytes that are ever read of one
 */
public record SignedFile(String what, String maker, String type, Set<Role> roles, int mostBytes) {
  public SignedFile {
    roles = Set.copyOf(roles);
  }

  /** It proves nothing; the message names the file, what is wrong and what to do. */
  public static final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentences;

    private Unproven(String message) {
      super(message);
      sentences = message;
    }

    @Override
    public String getMessage() {
      return sentences;
    }
  }

  /**
   * Reads and verifies one.
   *
   * @param trust whose word counts; {@link TrustPolicy#keyFile} for one public key
   * @throws Unproven if nobody signed it whose word counts
   * @throws IOException if it cannot be read
   */
  public Verification.Admitted read(Path file, TrustPolicy trust) throws IOException, Unproven {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(mostBytes + 1), trust, file.toString());
    }
  }

  /**
   * The same from memory.
   *
   * @param name how messages call it
   * @throws Unproven if nobody signed it whose word counts
   */
  public Verification.Admitted read(byte[] bytes, TrustPolicy trust, String name) throws Unproven {
    if (bytes.length > mostBytes) {
      throw new Unproven(
          "%s is larger than %,d bytes, which no %s is.".formatted(name, mostBytes, what));
    }
    Verification verification = verify(bytes, trust, name);
    if (verification instanceof Verification.Refused refused) {
      throw new Unproven(name + " proves nothing: " + refused.detail() + " " + refused.next());
    }
    return (Verification.Admitted) verification;
  }

  private Verification verify(byte[] bytes, TrustPolicy trust, String name) throws Unproven {
    Purpose purpose = new Purpose(roles, Set.of(type), Optional.empty(), Instant.now());
    try {
      return Verifier.of(trust).verify(Bundle.parse(bytes), purpose);
    } catch (MalformedBundle wrong) {
      throw new Unproven(
          "%s is no signed %s: %s Sign it with %s."
              .formatted(name, what, wrong.getMessage(), maker));
    }
  }
}
