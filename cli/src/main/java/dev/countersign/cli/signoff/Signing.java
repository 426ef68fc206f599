package dev.countersign.cli.signoff;

import dev.countersign.assess.Checked;
import dev.countersign.assess.Verdict;
import dev.countersign.assess.evidence.ShellWord;
import dev.countersign.assess.policy.SigningRule;
import dev.countersign.assess.signoff.ArtefactFiles;
import dev.countersign.assess.signoff.NewSignOff;
import dev.countersign.assess.signoff.SignOff;
import dev.countersign.assess.signoff.SignOffFiles;
import dev.countersign.assess.signoff.SignOffStatement;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.assess.signoff.ToSign;
import dev.countersign.assess.signoff.TrustDigest;
import dev.countersign.assess.trust.Moment;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.Trusted;
import dev.countersign.attest.Purpose;
import dev.countersign.attest.Signer;
import dev.countersign.attest.SigningFailed;
import dev.countersign.attest.Verification;
import dev.countersign.attest.Verifier;
import dev.countersign.attest.bundle.Bundle;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.TrustFiles;
import dev.countersign.cli.console.Console;
import dev.countersign.cli.console.NewFile;
import dev.countersign.cli.console.Refused;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.model.SystemInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Signs one system in one role: shows, asks, signs, looks whether it counts, writes. */
public final class Signing {
  private static final int LONGEST_ANSWER = 16;

  private final Console console;
  private final Checked checked;
  private final Role role;
  private final Wish wish;
  private final Path folder;

  /**
   * How somebody wants to sign.
   *
   * @param all also what stands
   * @param yes without being asked
   * @param note to be read with it
   * @param despite why although the gate fails
   * @param version of the tool
   */
  public record Wish(
      boolean all, boolean yes, Optional<String> note, Optional<String> despite, String version) {}

  /** What was shown and agreed to. */
  public record Ready(ToSign what, Trusted trusted) {}

  public Signing(Console console, Checked checked, Role role, Wish wish) {
    this.console = console;
    this.checked = checked;
    this.role = role;
    this.wish = wish;
    this.folder = Path.of(checked.assessment().system().file()).toAbsolutePath().resolveSibling("");
  }

  /**
   * The role of that word.
   *
   * @throws Refused if there is none in which people sign
   */
  public static Role role(String word) {
    return Role.of(word)
        .filter(SigningRule.PEOPLE::contains)
        .orElseThrow(() ->
            new Refused(
                "--role "
                    + word
                    + " is no role in which people sign. Choose "
                    + String.join(", ", SigningRule.PEOPLE.stream().map(Role::word).toList())
                    + "."));
  }

  /**
   * Shows what would be signed and asks.
   *
   * @return empty where there is nothing to sign, or somebody says no
   * @throws Refused if it may not be signed as it is
   */
  public Optional<Ready> prepare(Order order, Terminal terminal) {
    Trusted trusted = trusted(order);
    ToSign what =
        ToSign.of(
            checked, role, new ArtefactFiles(checked.assessment().system(), folder), wish.all());
    if (what.items().isEmpty()) {
      console.print("Nothing to sign: " + standing(what) + "\n");
      return Optional.empty();
    }
    console.print(SignOffPage.of(checked, role, what, terminal));
    refuse(what);
    return agreed() ? Optional.of(new Ready(what, trusted)) : Optional.empty();
  }

  private Trusted trusted(Order order) {
    return new TrustFiles(order.trust(), new ArrayList<>())
        .around(Path.of(checked.assessment().system().file()))
        .flatMap(TrustContext::trusted)
        .orElseThrow(() ->
            new Refused(
                "there is no countersign-trust.yaml, so nobody would believe the signature. Say in"
                    + " it whose key counts in which role, and sign then: countersign trust --help"));
  }

  private String standing(ToSign what) {
    return what.stands().isEmpty()
        ? checked.id() + " has nothing that the " + role.word() + " signs."
        : "all "
            + what.stands().size()
            + " items of "
            + checked.id()
            + " stand by earlier signatures as "
            + role.word()
            + ". To sign them anew: --all";
  }

  /** What was signed and could not count, or should not. */
  private void refuse(ToSign what) {
    SystemInfo info = checked.assessment().system().info();
    Optional<LocalDate> passed = info.nextCheckpoint().filter(checked.assessment().asOf()::isAfter);
    if (passed.isPresent()) {
      throw new Refused(
          "the review of "
              + info.id()
              + " was due by "
              + passed.get()
              + ", so the signature would be void at once. Go through the threat model with both"
              + " leads, set next-checkpoint to a day to come, and sign then.");
    }
    if (what.verdict() == Verdict.FAIL && wish.despite().isEmpty()) {
      throw new Refused(
          "the gate fails. Mend what it says first (countersign check), or say why it is signed all"
              + " the same: --despite-fail REASON");
    }
  }

  private boolean agreed() {
    if (wish.yes()) {
      return true;
    }
    if (!console.interactive()) {
      throw new Refused("there is nobody to ask whether to sign. To sign without: --yes");
    }
    console.complain("\nSign this as " + SignOff.title(role) + "? (yes or no) ");
    boolean yes = answer().equals("yes");
    if (!yes) {
      console.complain("countersign: nothing was signed\n");
    }
    return yes;
  }

  private String answer() {
    StringBuilder answer = new StringBuilder();
    try {
      int next = console.in().read();
      while (next >= 0 && next != '\n') {
        if (answer.length() < LONGEST_ANSWER) {
          answer.append((char) next);
        }
        next = console.in().read();
      }
    } catch (IOException gone) {
      return "";
    }
    return answer.toString().strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Signs, and writes what counts.
   *
   * @throws Refused if it cannot be signed, or would not count; then nothing was written
   */
  public void sign(Ready ready, Signer signer) {
    Moment moment = Moment.on(console.today());
    NewSignOff signOff =
        new NewSignOff(
            role,
            moment.at(),
            ready.what().items(),
            ready.what().verdict(),
            wish.note(),
            wish.despite(),
            TrustDigest.of(ready.trusted().policy()),
            wish.version());
    Bundle bundle = bundle(signer, signOff);
    Verification.Admitted admitted = admitted(ready, bundle, moment);
    Path file =
        SignOffFiles.folder(folder, checked.id())
            .resolve(
                SignOffFiles.name(
                    role, moment.at().atZone(ZoneOffset.UTC).toLocalDate(), admitted.digest()));
    NewFile.write(file, new String(bundle.toJson(), StandardCharsets.UTF_8));
    told(file, admitted);
  }

  private Bundle bundle(Signer signer, NewSignOff signOff) {
    try {
      return signer.sign(SignOffStatement.of(signOff.of(checked)));
    } catch (SigningFailed failed) {
      throw new Refused("it could not be signed: " + failed.getMessage());
    }
  }

  private Verification.Admitted admitted(Ready ready, Bundle bundle, Moment moment) {
    Purpose purpose =
        new Purpose(
            Set.of(role), Set.of(SignOffStatement.TYPE), Optional.of(checked.id()), moment.at());
    return switch (Verifier.of(ready.trusted().policy()).verify(bundle, purpose)) {
      case Verification.Admitted yes -> yes;
      case Verification.Refused no ->
          throw new Refused(
              "the signature would not count, so nothing was written.\n  "
                  + no.detail()
                  + "\n  "
                  + no.next());
    };
  }

  private void told(Path file, Verification.Admitted admitted) {
    Path shown =
        Path.of(checked.assessment().system().file())
            .resolveSibling(folder.relativize(file))
            .normalize();
    StringBuilder text = new StringBuilder();
    text.append("Signed by ")
        .append(admitted.by().name())
        .append(" as ")
        .append(SignOff.title(role))
        .append(": ")
        .append(shown)
        .append("\nCommit it: git add ")
        .append(ShellWord.of(shown.toString()))
        .append("\n");
    others(admitted).forEach(line -> text.append(line).append("\n"));
    console.print(text.toString());
  }

  /** What the other roles still have to do, and whether the same person did it. */
  private List<String> others(Verification.Admitted admitted) {
    List<String> lines = new ArrayList<>();
    for (SignOff other : checked.assessment().signOffs().roles()) {
      boolean wanted = other.required() || SignOffs.LEADS.contains(other.role());
      if (other.role() == role) {
        continue;
      }
      if (other.state() instanceof SignOff.State.Signed signed) {
        if (signed.by().equals(admitted.by().name())) {
          lines.add(
              signed.by()
                  + " signed as "
                  + other.title()
                  + " too: that is no second signature. Have one of them given by another person.");
        }
      } else if (wanted) {
        lines.add(
            "Still to sign: "
                + other.title()
                + other.named().map(name -> ", " + name).orElse("")
                + ".");
      }
    }
    return lines;
  }
}
