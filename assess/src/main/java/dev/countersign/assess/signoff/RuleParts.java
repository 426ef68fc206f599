package dev.countersign.assess.signoff;

import dev.countersign.assess.signoff.Dependency.Kind;
import dev.countersign.knowledge.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a rule an answer stands on: when it triggers, what it cites, with editions, and what
 * stops it. Titles and explanations are for people and count for nothing.
 */
final class RuleParts {
  static final String TRIGGER = "trigger";
  static final String TECHNIQUES = "techniques";
  static final String REFERENCES = "references";
  static final String CONTROLS = "controls";

  private RuleParts() {}

  static Stream<Dependency> all(Family family) {
    return Stream.of(
        trigger(family),
        part(family, TECHNIQUES, family.techniques()),
        part(family, REFERENCES, family.references()),
        part(family, CONTROLS, family.controls()));
  }

  /** When it triggers: all that a question hangs on. */
  static Dependency trigger(Family family) {
    String text = family.on().word() + "\n" + family.when().strip().replaceAll("\\s+", " ");
    return part(family, TRIGGER, List.of(sha256(text)));
  }

  private static Dependency part(Family family, String part, List<String> values) {
    return new Dependency(Kind.RULE, family.id() + " " + part, values, false);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
