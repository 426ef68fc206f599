package dev.countersign.assess.evidence;

import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Argument;
import dev.countersign.model.ControlClaim.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Evidence of kind {@code sign-off}: the form of the offer. Whether the roles have signed can only
 * be told when all other evidence is judged, since a signature covers that, too; until then the
 * control is not proven. The assessor judges it then.
 */
public final class SignOffVerifier implements EvidenceVerifier {
  /** The key under which a control offers it. */
  public static final String KIND = "sign-off";

  private static final String FORM = "sign-off: { roles: [ml-lead, security-lead] }";

  /** Made by {@link java.util.ServiceLoader}. */
  public SignOffVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    return malformed(evidence)
        .orElseGet(() ->
            new EvidenceResult.Unchecked(
                KIND,
                "A sign-off is judged after all other evidence.",
                "Sign it: countersign signoff"));
  }

  /** The roles that have to have signed, as named; none where the offer names none. */
  public static List<Role> roles(Evidence evidence) {
    return evidence.arguments().entrySet().stream()
        .filter(argument -> isRole(argument.getKey()))
        .flatMap(argument -> Role.of(argument.getValue().text()).stream())
        .distinct()
        .toList();
  }

  private static Optional<EvidenceResult> malformed(Evidence evidence) {
    return evidence.arguments().entrySet().stream()
        .filter(argument -> !isRole(argument.getKey()) || isUnknown(argument.getValue()))
        .findFirst()
        .map(argument -> wrong(argument.getKey(), argument.getValue()));
  }

  private static EvidenceResult wrong(String name, Argument value) {
    return new EvidenceResult.Refuted(
        KIND,
        isRole(name)
            ? "The sign-off names a role that there is not: " + value.text() + "."
            : "The sign-off has an argument " + name + " that there is not.",
        "Write "
            + FORM
            + "; the roles are "
            + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "))
            + ".");
  }

  private static boolean isUnknown(Argument value) {
    return Role.of(value.text()).isEmpty();
  }

  /** A word, a list of them, or a word without a name, which is read as the file of evidence. */
  private static boolean isRole(String name) {
    String first = name.split("\\.", 2)[0];
    return first.equals("roles") || first.equals("role") || first.equals("file");
  }
}
