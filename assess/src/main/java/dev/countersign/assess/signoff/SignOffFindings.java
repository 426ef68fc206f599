package dev.countersign.assess.signoff;

import dev.countersign.assess.Finding;
import dev.countersign.assess.Finding.Severity;
import dev.countersign.assess.evidence.ShellWord;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is wrong with the signatures under a system: missing where the policy wants them, void,
 * given twice by one person, or not to be believed.
 */
public final class SignOffFindings {
  /** The classes of finding that are about signatures. */
  static final Set<String> RULES =
      Set.of(
          "missing-sign-off",
          "void-sign-off",
          "incomplete-sign-off",
          "refused-sign-off",
          "same-signer");

  /** How many changes one sentence names. */
  private static final int NAMED = 3;

  private final SystemModel system;
  private final SignOffs signOffs;
  private final TrustContext trust;

  private SignOffFindings(SystemModel system, SignOffs signOffs, TrustContext trust) {
    this.system = system;
    this.signOffs = signOffs;
    this.trust = trust;
  }

  /**
   * All of them; where nobody has signed and no policy asks for it, none.
   *
   * @param trust by which the signatures were admitted
   */
  public static List<Finding> of(SystemModel system, SignOffs signOffs, TrustContext trust) {
    SignOffFindings findings = new SignOffFindings(system, signOffs, trust);
    List<Finding> all = new ArrayList<>();
    signOffs.roles().forEach(role -> findings.of(role).ifPresent(all::add));
    signOffs.refused().forEach(file -> all.add(findings.refused(file)));
    findings.same().ifPresent(all::add);
    findings.inUse().stream()
        .flatMap(signed -> findings.together(signed).stream())
        .forEach(all::add);
    return all;
  }

  private Optional<Finding> of(SignOff signOff) {
    return switch (signOff.state()) {
      case SignOff.State.Signed _ -> Optional.empty();
      case SignOff.State.Unsigned _ ->
          signOff.required() ? Optional.of(missing(signOff)) : Optional.empty();
      case SignOff.State.Void gone -> Optional.of(gone(signOff, gone));
    };
  }

  private Finding missing(SignOff signOff) {
    String who = signOff.named().map(name -> " (" + name + ")").orElse("");
    return finding(
        "missing-sign-off",
        Severity.ERROR,
        signOff.role().word(),
        "The policy requires that the %s%s signs %s, and nobody has."
            .formatted(inSentence(signOff), who, system.info().id()),
        "Go through it, then sign: " + command(signOff.role()));
  }

  private Finding gone(SignOff signOff, SignOff.State.Void gone) {
    Severity severity = signOff.required() ? Severity.ERROR : Severity.WARNING;
    String signed = "%s signed as %s on %s".formatted(gone.by(), inSentence(signOff), gone.on());
    return gone.gone() == 0
        ? finding(
            "incomplete-sign-off",
            severity,
            signOff.role().word(),
            "%s; since then %s come, which nobody has signed in this role."
                .formatted(signed, count(gone.fresh(), "answer has", "answers have")),
            "Sign what is new: " + command(signOff.role()))
        : finding(
            "void-sign-off",
            severity,
            signOff.role().word(),
            signed
                + "; "
                + count(gone.gone(), "answer is", "answers are")
                + " void because of what changed"
                + (gone.fresh() == 0 ? "" : ", " + count(gone.fresh(), "is", "are") + " new")
                + ", "
                + count(gone.stands(), "stands", "stand")
                + ". "
                + reasons(gone.reasons()),
            "Look at what changed (countersign status), mend what should not have, then sign only"
                + " that anew: "
                + command(signOff.role()));
  }

  private static String reasons(List<SignOff.Reason> reasons) {
    List<String> texts =
        new ArrayList<>(
            reasons.stream().limit(NAMED).map(reason -> reason.cause().text()).toList());
    int left = reasons.size() - texts.size();
    if (left > 0) {
      texts.add("And " + count(left, "other change", "other changes") + ".");
    }
    return String.join(" ", texts);
  }

  private Finding refused(RefusedSignOff file) {
    return finding(
        "refused-sign-off",
        Severity.WARNING,
        SignedStatement.name(file.file()),
        file.file() + " proves nothing. " + file.why(),
        file.next());
  }

  private Optional<Finding> same() {
    if (signOffs.same().isEmpty()) {
      return Optional.empty();
    }
    boolean required = signOffs.roles().stream().anyMatch(SignOff::required);
    return Optional.of(
        finding(
            "same-signer",
            required ? Severity.ERROR : Severity.WARNING,
            system.info().id(),
            String.join(", ", signOffs.same())
                + " signed "
                + system.info().id()
                + " in more than one role.",
            "Have one of the roles signed by another person: the second signature is worth"
                + " something only from somebody else."));
  }

  /** The statements under which something stands: what others replaced needs no second look. */
  private Collection<SignedStatement> inUse() {
    // By file, since a statement as a whole is too large to be hashed for every item.
    Map<String, SignedStatement> byFile = new TreeMap<>();
    signOffs.roles().stream()
        .flatMap(role -> role.items().stream())
        .filter(item -> item.sort() == Standing.Sort.STANDS)
        .flatMap(item -> item.under().stream())
        .forEach(signed -> byFile.put(signed.file(), signed));
    return byFile.values();
  }

  /** Whoever changes the trust policy and signs in one step needs nobody else. */
  private Optional<Finding> together(SignedStatement signed) {
    return trust
        .changedTogether(Path.of(signed.file()))
        .map(change ->
            finding(
                "trust-changed-with-statement",
                Severity.WARNING,
                signed.name(),
                ("%s counts because of %s, and both came with %s: whoever made that change could"
                        + " admit themselves.")
                    .formatted(signed.file(), trust.trusted().orElseThrow().shown(), change),
                "Have somebody else confirm that the key of " + signed.by().id() + " is theirs."));
  }

  private String command(Role role) {
    return "countersign signoff --role " + role.word() + " " + ShellWord.of(system.file());
  }

  private static String inSentence(SignOff signOff) {
    String title = signOff.title();
    return signOff.role() == Role.ML_LEAD ? title : title.toLowerCase(Locale.ROOT);
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private Finding finding(
      String rule, Severity severity, String subject, String message, String next) {
    return new Finding(rule, severity, system.info().place(), message, next, Optional.of(subject));
  }
}
