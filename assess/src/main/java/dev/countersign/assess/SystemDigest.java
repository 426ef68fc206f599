package dev.countersign.assess;

import dev.countersign.assess.digest.CanonicalDigest;
import dev.countersign.model.Assumption;
import dev.countersign.model.ControlClaim;
import dev.countersign.model.Element;
import dev.countersign.model.FactValue;
import dev.countersign.model.Resolution;
import dev.countersign.model.SystemModel;
import java.util.List;

/**
 * The digest of what a system's file means: every fact, control, resolution and assumption; not
 * places, order, comments or texts that only describe.
 */
final class SystemDigest {
  private final CanonicalDigest digest = new CanonicalDigest("countersign system 1");

  private SystemDigest() {}

  static String of(SystemModel system) {
    return new SystemDigest().digest(system);
  }

  private String digest(SystemModel system) {
    digest.add(system.info().id()).add(system.info().mlLead()).add(system.info().securityLead());
    digest.add(List.copyOf(system.elements().keySet()));
    system.elements().values().forEach(this::add);
    digest.add(List.copyOf(system.controls().keySet()));
    system.controls().values().forEach(this::add);
    digest.add(List.copyOf(system.resolutions().keySet()));
    system.resolutions().values().forEach(this::add);
    digest.add(List.copyOf(system.assumptions().keySet()));
    system.assumptions().values().forEach(this::add);
    return digest.finish();
  }

  private void add(Element element) {
    digest.add(element.kind().word()).add(List.copyOf(element.facts().keySet()));
    element.facts().values().forEach(fact -> add(fact.value()));
  }

  private void add(FactValue value) {
    switch (value) {
      case FactValue.Word(var word) -> digest.add(word);
      case FactValue.Words(var words) -> digest.add(words);
      case FactValue.Level(var level) -> digest.add(level.word());
      case FactValue.Flag(var yes) -> digest.add(yes ? "yes" : "no");
      // People read it, nothing is decided by its wording: only that it is there counts.
      case FactValue.Text _ -> digest.add("text");
      case FactValue.Refs(var ids) -> digest.add(ids);
      case FactValue.Day(var date) -> digest.add(date.toString());
      case FactValue.Rate(var perDay, var _) -> digest.add(Double.toString(perDay));
      case FactValue.Money(var low, var high, var currency) ->
          digest
              .add(low.stripTrailingZeros().toPlainString())
              .add(high.stripTrailingZeros().toPlainString())
              .add(currency);
      case FactValue.Count(var count) -> digest.add(Long.toString(count));
      case FactValue.Paths(var patterns) -> digest.add(patterns.stream().sorted().toList());
    }
  }

  private void add(ControlClaim claim) {
    digest.add(List.copyOf(claim.evidence().keySet()));
    claim
        .evidence()
        .values()
        .forEach(
            evidence -> {
              digest.add(List.copyOf(evidence.arguments().keySet()));
              evidence.arguments().values().forEach(argument -> digest.add(argument.text()));
            });
  }

  private void add(Resolution resolution) {
    switch (resolution) {
      case Resolution.ByControl r ->
          digest.add("control").add(r.controls().stream().sorted().distinct().toList());
      case Resolution.Planned r ->
          digest.add("planned").add(r.control()).add(r.owner()).add(r.by()).add(r.ticket());
      case Resolution.Accepted r ->
          digest.add("accepted").add(r.by()).add(r.until()).add(r.reason()).add(r.record());
      case Resolution.DesignedOut r ->
          digest.add("designed-out").add(r.change()).add(r.reference());
    }
  }

  private void add(Assumption assumption) {
    digest
        .add(assumption.states())
        .add(assumption.owner())
        .add(assumption.until())
        .add(assumption.about().stream().sorted().toList());
  }
}
