package dev.countersign.assess.policy;

import dev.countersign.guard.Gate;
import dev.countersign.model.yaml.MapReader;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Scalar;
import dev.countersign.watch.alert.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a policy says of gates and monitors. */
final class GuardPolicyReader {
  private static final String SHARE = "0(\\.[0-9]{1,9})?|1(\\.0{1,9})?";

  private final Problems problems;

  GuardPolicyReader(Problems problems) {
    this.problems = problems;
  }

  GuardPolicy read(MapReader map) {
    Span heartbeat =
        map.scalar("heartbeat").flatMap(this::span).orElse(GuardPolicy.USUAL.heartbeat());
    Map<Gate, SortedMap<String, Double>> most = new EnumMap<>(Gate.class);
    for (Gate gate : Gate.values()) {
      map.node(gate.word()).ifPresent(node -> most.put(gate, rates(node)));
    }
    MonitorPolicy monitors =
        map.node("inference-monitoring").map(this::monitors).orElse(MonitorPolicy.USUAL);
    map.done();
    return new GuardPolicy(heartbeat, most, monitors);
  }

  private MonitorPolicy monitors(YamlNode node) {
    MapReader map =
        MapReader.of(node, "what is asked of monitors, such as { false-alarms: 0.001 }", problems);
    Optional<Double> most = map.scalar("false-alarms").flatMap(this::share);
    Optional<String> failOn = map.word("fail-on", MonitorPolicy.words());
    map.done();
    return new MonitorPolicy(
        most.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        failOn.isPresent() ? failOn.flatMap(Severity::of) : MonitorPolicy.USUAL.failOn());
  }

  private SortedMap<String, Double> rates(YamlNode node) {
    SortedMap<String, Double> rates = new TreeMap<>();
    MapReader map = MapReader.of(node, "rates, such as { false-rejects-held-out: 0.02 }", problems);
    for (Entry entry : map.map().entries()) {
      map.scalar(entry.key().text())
          .flatMap(this::share)
          .ifPresent(share -> rates.put(entry.key().text(), share));
    }
    map.done();
    return rates;
  }

  private Optional<Span> span(Scalar written) {
    Optional<Span> span = Span.parse(written.text());
    if (span.isEmpty()) {
      problems.expected(written, "a length of time", "Write 1d, 8w, 6m or 1y.");
    }
    return span;
  }

  private Optional<Double> share(Scalar written) {
    if (written.text().matches(SHARE)) {
      return Optional.of(Double.valueOf(written.text()));
    }
    problems.expected(
        written, "a share from 0 to 1", "Write the most that is allowed, for example 0.02.");
    return Optional.empty();
  }
}
