package dev.countersign.assess.signoff;

import dev.countersign.assess.trust.Moment;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.attest.MalformedStatement;
import dev.countersign.attest.Purpose;
import dev.countersign.attest.Statement;
import dev.countersign.attest.Statements;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.bundle.MalformedBundle;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.SystemModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads the sign-offs of a system and believes those that its trust policy admits. Whatever a file
 * holds, it is a statement or the reason why it proves nothing.
 */
public final class SignOffReader {
  private static final String AGAIN = "Remove the file, and have the system signed again.";

  private final SystemModel system;
  private final TrustContext trust;
  private final Moment moment;
  private final List<SignedStatement> admitted = new ArrayList<>();
  private final List<RefusedSignOff> refused = new ArrayList<>();

  private SignOffReader(SystemModel system, TrustContext trust, Moment moment) {
    this.system = system;
    this.trust = trust;
    this.moment = moment;
  }

  /**
   * What the files say.
   *
   * @param admitted by the name of the file
   * @param refused likewise
   */
  public record Read(List<SignedStatement> admitted, List<RefusedSignOff> refused) {
    public Read {
      admitted = List.copyOf(admitted);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Reads all of them.
   *
   * @param folder that of the system's file
   */
  public static Read read(SystemModel system, Path folder, TrustContext trust, Moment moment) {
    SignOffReader reader = new SignOffReader(system, trust, moment);
    reader.all(SignOffFiles.folder(folder, system.info().id()));
    return new Read(reader.admitted, reader.refused);
  }

  private void all(Path folder) {
    try {
      List<Path> files = SignOffFiles.in(folder);
      files.stream().limit(SignOffFiles.MAX_FILES).forEach(this::file);
      if (files.size() > SignOffFiles.MAX_FILES) {
        refuse(
            shown(folder),
            "There are more than " + SignOffFiles.MAX_FILES + " sign-offs; the rest is not read.",
            "Remove those that later ones have replaced.");
      }
    } catch (IOException unreadable) {
      refuse(shown(folder), "The folder cannot be read.", "Check its permissions and its disk.");
    }
  }

  private void file(Path file) {
    try {
      byte[] bytes = SignOffFiles.bytes(file);
      if (bytes.length > SignOffFiles.MAX_BYTES) {
        refuse(shown(file), "It is larger than 16 MiB.", AGAIN);
        return;
      }
      bundle(file, Bundle.parse(bytes));
    } catch (IOException unreadable) {
      refuse(shown(file), "It cannot be read as a file.", "Check its permissions and its disk.");
    } catch (MalformedBundle | MalformedStatement | MalformedSignOff wrong) {
      refuse(shown(file), String.valueOf(wrong.getMessage()), AGAIN);
    }
  }

  private void bundle(Path file, Bundle bundle) throws MalformedStatement, MalformedSignOff {
    Role role = role(Statements.parse(bundle.envelope().payload()));
    switch (verify(bundle, role)) {
      case Verification.Refused no -> refuse(shown(file), no.detail(), no.next());
      case Verification.Admitted yes -> content(file, yes);
    }
  }

  /** In which role it claims to be: the question for the policy. */
  private static Role role(Statement statement) throws MalformedSignOff {
    JsonNode role = statement.predicate().path("role");
    return Optional.of(role)
        .filter(JsonNode::isString)
        .flatMap(word -> Role.of(word.stringValue()))
        .orElseThrow(() -> new MalformedSignOff("It does not say in which role it is signed."));
  }

  private Verification verify(Bundle bundle, Role role) {
    return trust
        .trusted()
        .map(trusted -> trusted.policy())
        .map(policy -> Verifier.of(policy).verify(bundle, purpose(role)))
        .orElseGet(() ->
            new Verification.Refused(
                Verification.Reason.NOT_ADMITTED,
                "There is no trust policy that says whose signature counts.",
                "Start one: countersign trust --help says how."));
  }

  private Purpose purpose(Role role) {
    return new Purpose(
        Set.of(role), Set.of(SignOffStatement.TYPE), Optional.of(system.info().id()), moment.at());
  }

  private void content(Path file, Verification.Admitted admission) throws MalformedSignOff {
    SignedContent content = SignOffStatement.read(admission.statement());
    if (!content.system().equals(system.info().id())) {
      refuse(
          shown(file),
          "It is about the system %s, and lies among the sign-offs of %s."
              .formatted(content.system(), system.info().id()),
          "Move it back to where it belongs.");
    } else if (!moment.isBefore(content.signedAt())) {
      admitted.add(new SignedStatement(shown(file), admission.by(), content));
    } else if (moment.now()) {
      refuse(
          shown(file),
          "It is dated in the future: " + content.signedAt() + ".",
          "Set the clock of the machine that signed, and sign again.");
    }
  }

  private void refuse(String file, String why, String next) {
    refused.add(new RefusedSignOff(file, why, next));
  }

  /** As the user would type it: the way from the system's file. */
  private String shown(Path file) {
    Path main = Path.of(system.file());
    Path folder = main.toAbsolutePath().normalize().getParent();
    Path whole = file.toAbsolutePath().normalize();
    return folder != null && whole.startsWith(folder)
        ? main.resolveSibling(folder.relativize(whole)).toString().replace('\\', '/')
        : whole.toString();
  }
}
