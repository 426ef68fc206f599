package dev.countersign.assess.evidence;

import dev.countersign.attest.Purpose;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A signed statement that evidence names: found in the repository, read within bounds, verified.
 */
sealed interface StatementFile {
  /** Larger statements are not read: 64 MiB. */
  int MOST_BYTES = 64 << 20;

  /** It is signed by somebody whom the trust policy admits for the purpose. */
  record Good(Path path, Verification.Admitted admitted) implements StatementFile {}

  /** It proves nothing. */
  record Bad(String detail, String next) implements StatementFile {}

  /**
   * Reads and verifies it.
   *
   * @param command what makes such a statement, for the case that there is none
   */
  static StatementFile read(Offer offer, Purpose purpose, String command) {
    return switch (RepositoryFile.find(offer.file(), offer.context())) {
      case RepositoryFile.Refused(var why) -> new Bad(offer.shown() + " " + why + ".", command);
      case RepositoryFile.Found(var path) -> read(offer, path, purpose);
    };
  }

  /** What a verifier of one kind does with a statement that counts. */
  @FunctionalInterface
  interface Judge {
    /**
     * Judges what it says.
     *
     * @throws IOException if files of the element cannot be read
     */
    EvidenceResult judge(Verification.Admitted admitted) throws IOException;
  }

  /**
   * Has it judged if it counts; otherwise it is refuted.
   *
   * @param command what makes such a statement
   */
  static EvidenceResult judged(Offer offer, Purpose purpose, String command, Judge judge) {
    return switch (read(offer, purpose, command)) {
      case Bad(var detail, var next) -> offer.refuted(detail, next);
      case Good(_, var admitted) -> {
        try {
          yield judge.judge(admitted);
        } catch (IOException unreadable) {
          yield offer.refuted(
              "The files of " + offer.context().claim().element() + " cannot be read.",
              "Make them readable to whoever runs the check.");
        }
      }
    };
  }

  private static StatementFile read(Offer offer, Path path, Purpose purpose) {
    try (InputStream in = Files.newInputStream(path)) {
      Bundle bundle = Bundle.parse(in.readNBytes(MOST_BYTES + 1));
      Verification verification = Verifier.of(offer.policy()).verify(bundle, purpose);
      if (verification instanceof Verification.Refused refused) {
        return new Bad(offer.shown() + " proves nothing: " + refused.detail(), refused.next());
      }
      return new Good(path, (Verification.Admitted) verification);
    } catch (MalformedBundle wrong) {
      return new Bad(
          offer.shown() + " is no signed statement: " + wrong.getMessage(),
          "Have it made and signed again.");
    } catch (IOException unreadable) {
      return new Bad(
          offer.shown() + " cannot be read.", "Make it readable to whoever runs the check.");
    }
  }
}
