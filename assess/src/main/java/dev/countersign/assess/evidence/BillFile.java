package dev.countersign.assess.evidence;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Verification;
import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bill of materials that evidence names: as it stands, or as the predicate of a signed statement.
 * A signature has to be admitted wherever there is one; it has to be there where the evidence names
 * a role, or a rule of the trust policy is about bills.
 */
sealed interface BillFile {
  /**
   * The types of statements that hold a bill (github.com/in-toto/attestation, predicates CycloneDX
   * and SPDX).
   */
  Set<String> TYPES =
      Set.of(
          "https://cyclonedx.org/bom",
          "https://cyclonedx.org/bom/v1.5",
          "https://cyclonedx.org/bom/v1.6",
          "https://spdx.dev/Document",
          "https://spdx.dev/Document/v2.3",
          "https://spdx.dev/Document/v3.0.1");

  /** Larger bills are not read: 64 MiB. */
  int MOST_BYTES = 64 << 20;

  /**
   * It can be read.
   *
   * @param by who signed it, if somebody did
   */
  record Good(BillEntries entries, Optional<Identity> by) implements BillFile {}

  /** It proves nothing. */
  record Bad(String detail, String next) implements BillFile {}

  /**
   * Reads it.
   *
   * @param command what makes one
   */
  static BillFile read(Offer offer, Optional<Role> role, String command) {
    return switch (RepositoryFile.find(offer.file(), offer.context())) {
      case RepositoryFile.Refused(var why) ->
          new Bad("The bill of materials " + offer.shown() + " " + why + ".", command);
      case RepositoryFile.Found(var path) -> read(offer, path, role, command);
    };
  }

  private static BillFile read(Offer offer, Path path, Optional<Role> role, String command) {
    try {
      ObjectNode json = json(path);
      boolean signed = json.has("payloadType") || json.has("mediaType");
      if (signed) {
        return signed(offer, path, role, command);
      }
      return role.isPresent() || isDemanded(offer)
          ? unsigned(offer, role)
          : entries(offer, json, Optional.empty(), command);
    } catch (MalformedJson wrong) {
      return new Bad(
          offer.shown() + " cannot be read as a bill of materials: " + wrong.getMessage(), command);
    } catch (IOException unreadable) {
      return new Bad(
          offer.shown() + " cannot be read.", "Make it readable to whoever runs the check.");
    }
  }

  private static ObjectNode json(Path path) throws IOException, MalformedJson {
    try (InputStream in = Files.newInputStream(path)) {
      // One byte more than is parsed, so that the parser says what is wrong.
      return StrictJson.object(in.readNBytes(MOST_BYTES + 1));
    }
  }

  private static boolean isDemanded(Offer offer) {
    return offer
        .context()
        .trust()
        .trusted()
        .filter(trusted ->
            trusted.policy().rules().stream()
                .flatMap(rule -> rule.predicateTypes().stream())
                .anyMatch(TYPES::contains))
        .isPresent();
  }

  private static BillFile unsigned(Offer offer, Optional<Role> role) {
    String who = role.map(it -> "by " + it.word()).orElse("as the trust policy has a rule for it");
    return new Bad(
        offer.shown() + " is not signed, and it has to be, " + who + ".",
        "Have it signed as it is written: countersign bom --sign --key KEY --out " + offer.word());
  }

  private static BillFile signed(Offer offer, Path path, Optional<Role> role, String command)
      throws IOException {
    Optional<EvidenceResult.Refuted> nobody = offer.trustsNobody();
    if (nobody.isPresent()) {
      return new Bad(nobody.get().detail(), nobody.get().next());
    }
    Set<Role> roles = role.<Set<Role>>map(Set::of).orElse(EnumSet.allOf(Role.class));
    List<Verification> found =
        AttestationFile.verify(path, offer.policy(), offer.purpose(roles, TYPES));
    return switch (found.getFirst()) {
      case Verification.Refused refused ->
          new Bad(offer.shown() + " proves nothing: " + refused.detail(), refused.next());
      case Verification.Admitted admitted -> {
        Statement statement = admitted.statement();
        yield entries(offer, statement.predicate(), Optional.of(admitted.by()), command);
      }
    };
  }

  private static BillFile entries(
      Offer offer, ObjectNode document, Optional<Identity> by, String command) {
    return BillEntries.of(document)
        .<BillFile>map(entries -> new Good(entries, by))
        .orElseGet(
            () -> new Bad(offer.shown() + " is neither CycloneDX nor SPDX in JSON.", command));
  }
}
