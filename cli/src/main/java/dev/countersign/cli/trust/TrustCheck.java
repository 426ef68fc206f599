package dev.countersign.cli.trust;

import dev.countersign.assess.evidence.SignOffVerifier;
import dev.countersign.assess.signoff.SignOffStatement;
import dev.countersign.assess.signoff.SignOffs;
import dev.countersign.assess.trust.TrustAdvice;
import dev.countersign.assess.trust.TrustContext;
import dev.countersign.assess.trust.TrustNeed;
import dev.countersign.assess.trust.Trusted;
import dev.countersign.attest.trust.Role;
import dev.countersign.cli.check.Order;
import dev.countersign.cli.check.SystemFiles;
import dev.countersign.cli.check.TrustFiles;
import dev.countersign.cli.terminal.Line;
import dev.countersign.cli.terminal.Page;
import dev.countersign.cli.terminal.Style;
import dev.countersign.cli.terminal.Terminal;
import dev.countersign.model.ModelReader;
import dev.countersign.model.Problem;
import dev.countersign.model.SystemModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether trust policies admit somebody to sign systems, and for all that their controls rest on.
 */
public final class TrustCheck {
  private static final String SIGN_OFF = SignOffVerifier.KIND;
  private static final int INDENT = 2;
  private static final int TEXT = 12;

  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, Trusted> policies = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();

  private TrustCheck(LocalDate today) {
    this.today = today;
  }

  /**
   * A need with who may meet it.
   *
   * @param admitted ids of identities; empty if nobody may
   */
  private record Answer(String system, TrustNeed need, Collection<String> admitted) {}

  /**
   * Looks at the systems that somebody asked for, and at the trust policy of each.
   *
   * @throws dev.countersign.cli.console.Refused if there is nothing to check
   */
  public static TrustCheck of(Order order) {
    TrustCheck check = new TrustCheck(order.asOf());
    TrustFiles files = new TrustFiles(order.trust(), check.problems);
    for (Path file : SystemFiles.find(order.paths()).files()) {
      ModelReader.Result read = ModelReader.read(file);
      check.problems.addAll(read.problems());
      Optional<TrustContext> trust = files.around(file);
      read.model().ifPresent(system -> trust.ifPresent(whom -> check.look(system, whom)));
    }
    return check;
  }

  /** What is wrong with files; then there is no text. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Whether somebody may meet every need. */
  public boolean complete() {
    return answers.stream().noneMatch(answer -> answer.admitted().isEmpty());
  }

  /** The answers for people. */
  public String text(Terminal terminal) {
    Page page = new Page(terminal);
    answers.forEach(answer -> write(page, answer));
    policies.values().forEach(trusted -> TrustText.advice(page, TrustAdvice.of(trusted, today)));
    return page.toString();
  }

  private void look(SystemModel system, TrustContext trust) {
    trust.trusted().ifPresent(trusted -> policies.put(trusted.file(), trusted));
    String id = system.info().id();
    for (TrustNeed need : needs(system)) {
      answers.add(
          new Answer(
              id,
              need,
              trust
                  .trusted()
                  .map(trusted -> (Collection<String>) need.admitted(trusted.policy(), id, today))
                  .orElse(List.of())));
    }
  }

  private static List<TrustNeed> needs(SystemModel system) {
    Stream<TrustNeed> signOffs =
        SignOffs.LEADS.stream()
            .map(role ->
                new TrustNeed(
                    SIGN_OFF, SIGN_OFF, Set.of(role), Optional.of(SignOffStatement.TYPE)));
    return Stream.concat(signOffs, TrustNeed.of(system).stream()).toList();
  }

  private static void write(Page page, Answer answer) {
    boolean somebody = !answer.admitted().isEmpty();
    Line label = somebody ? Line.of(Style.GOOD, "may sign") : Line.of(Style.WARN, "NOBODY");
    page.labelled(
        INDENT,
        label,
        TEXT,
        Line.of(Style.NAME, answer.need().of())
            .add(
                " of %s%s, as %s%s"
                    .formatted(
                        answer.system(),
                        answer.need().of().equals(SIGN_OFF) ? "" : ", " + answer.need().kind(),
                        roles(answer),
                        somebody ? ": " + String.join(", ", answer.admitted()) : "")));
    if (!somebody) {
      page.line(
          TEXT,
          Line.of(
              Style.STRONG,
              "Add a rule: - { identity: ID, roles: [%s], systems: [%s] }"
                  .formatted(
                      answer.need().roles().stream().sorted().findFirst().orElseThrow().word(),
                      answer.system())));
    }
  }

  private static String roles(Answer answer) {
    return answer.need().roles().stream()
        .sorted()
        .map(Role::word)
        .collect(Collectors.joining(" or "));
  }
}
