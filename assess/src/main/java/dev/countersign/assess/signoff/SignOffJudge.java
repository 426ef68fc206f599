package dev.countersign.assess.signoff;

import dev.countersign.assess.Answer;
import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.policy.SigningRule;
import dev.countersign.attest.trust.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what the signatures under a system are worth. */
public final class SignOffJudge {
  private final Basis basis;
  private final SignOffReader.Read read;
  private final SigningRule rule;
  private final Set<String> risks;

  private SignOffJudge(Basis basis, SignOffReader.Read read) {
    this.basis = basis;
    this.read = read;
    this.rule = basis.policy().signing();
    this.risks = risks(basis);
  }

  /**
   * Judges them.
   *
   * @param basis the system as it was judged; its artefacts are only looked at where there is
   *     something to compare with
   */
  public static SignOffs of(Basis basis, SignOffReader.Read read) {
    SignOffJudge judge = new SignOffJudge(basis, read);
    return read.admitted().isEmpty() ? judge.unsigned() : judge.signOffs();
  }

  /** Which of these items a role has to sign. */
  public static List<Item> due(Role role, Basis basis, List<Item> items) {
    SignOffJudge judge = new SignOffJudge(basis, new SignOffReader.Read(List.of(), List.of()));
    return judge.due(role, items);
  }

  private SignOffs unsigned() {
    SignOffs none = SignOffs.unsigned(basis.system().info(), required());
    return new SignOffs(none.roles(), read.refused(), List.of(), List.of());
  }

  private SignOffs signOffs() {
    List<Item> items = Items.of(basis);
    Ledger ledger = new Ledger(basis, read.admitted());
    List<SignOff> roles =
        roles().stream()
            .map(role -> signOff(role, ledger, ledger.of(role, due(role, items))))
            .toList();
    return new SignOffs(roles, read.refused(), Signatories.same(roles), ledger.statements());
  }

  private Set<Role> roles() {
    Set<Role> roles = new LinkedHashSet<>(SignOffs.LEADS);
    roles.addAll(new TreeSet<>(required()));
    read.admitted().stream().map(it -> it.content().role()).sorted().forEach(roles::add);
    return roles;
  }

  /** A risk body is asked where there is a risk of its size. */
  private Set<Role> required() {
    Set<Role> required = new TreeSet<>(rule.required());
    if (!risks.isEmpty()) {
      required.add(Role.RISK_BODY);
    }
    return required;
  }

  /** Accepted risks above the rank from which the policy wants a risk body to sign. */
  private static Set<String> risks(Basis basis) {
    Set<String> risks = new TreeSet<>();
    for (AssessedThreat assessed : basis.threats()) {
      boolean accepted = assessed.answer().state() == Answer.State.ACCEPTED;
      if (accepted && basis.policy().signing().wantsRiskBody(assessed.threat().rank().severity())) {
        risks.add(assessed.threat().id());
      }
    }
    return risks;
  }

  /** A risk body signs the risks that it has to, unless the policy has it sign everything. */
  private List<Item> due(Role role, List<Item> items) {
    return role != Role.RISK_BODY || rule.required().contains(role)
        ? items
        : items.stream()
            .filter(item -> item.kind() == Item.Kind.THREAT && risks.contains(item.id()))
            .toList();
  }

  private SignOff signOff(Role role, Ledger ledger, List<Standing> items) {
    return new SignOff(
        role,
        SignOff.named(role, basis.system().info()),
        required().contains(role),
        ledger
            .newest(role)
            .map(newest -> state(newest, items))
            .orElseGet(SignOff.State.Unsigned::new),
        items);
  }

  private static SignOff.State state(SignedStatement newest, List<Standing> items) {
    int stands = count(items, Standing.Sort.STANDS);
    return stands == items.size()
        ? new SignOff.State.Signed(newest.by().name(), newest.day())
        : new SignOff.State.Void(
            newest.by().name(),
            newest.day(),
            stands,
            count(items, Standing.Sort.VOID),
            count(items, Standing.Sort.NEW),
            reasons(items));
  }

  private static int count(List<Standing> items, Standing.Sort sort) {
    return (int) items.stream().filter(standing -> standing.sort() == sort).count();
  }

  private static List<SignOff.Reason> reasons(List<Standing> items) {
    Map<StaleCause, List<String>> byCause = new LinkedHashMap<>();
    for (Standing standing : items) {
      for (StaleCause cause : standing.causes()) {
        byCause.computeIfAbsent(cause, _ -> new ArrayList<>()).add(standing.item().id());
      }
    }
    return byCause.entrySet().stream()
        .map(entry -> new SignOff.Reason(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((SignOff.Reason reason) -> reason.cause().sort())
                .thenComparingInt(reason -> -reason.items().size()))
        .toList();
  }

  /** Whether one role has signed everything as it is now; of others it says why not. */
  static Optional<String> doubt(SignOffs signOffs, Role role) {
    return switch (signOffs.of(role).map(SignOff::state).orElseGet(SignOff.State.Unsigned::new)) {
      case SignOff.State.Signed _ -> Optional.empty();
      case SignOff.State.Unsigned _ -> Optional.of("has not signed");
      case SignOff.State.Void _ -> Optional.of("has signed what has changed since");
    };
  }
}
