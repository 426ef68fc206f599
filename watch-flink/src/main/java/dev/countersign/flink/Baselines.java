package dev.countersign.flink;

import dev.countersign.attest.Statement;
import dev.countersign.attest.Subject;
import dev.countersign.attest.key.UnusableKey;
import dev.countersign.attest.trust.TrustPolicy;
import dev.countersign.watch.baseline.Baseline;
import dev.countersign.watch.baseline.BaselineFile;
import dev.countersign.watch.baseline.ModelBaseline;
import dev.countersign.watch.baseline.UnusableBaseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.ParameterTool;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Baselines, verified where the job is submitted and sent to its workers as JSON.
 *
 * @param predicates of their statements
 */
record Baselines(ArrayList<String> predicates) implements Watched.Serialized<List<ModelBaseline>> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a worker reads was verified before, and it is asked about no file. */
  private static final Subject VERIFIED = Subject.sha256("verified", "0".repeat(64));

  /**
   * The baselines that the parameter {@code baseline} names, separated by commas, signed by the key
   * that {@code trust-key} names; none where the first is not there.
   */
  static Baselines of(ParameterTool parameters) throws IOException, UnusableBaseline, UnusableKey {
    ArrayList<String> predicates = new ArrayList<>();
    if (parameters.has("baseline")) {
      TrustPolicy trust = TrustPolicy.keyFile(Path.of(parameters.getRequired("trust-key")));
      for (String file : parameters.get("baseline").split(",")) {
        Baseline baseline = BaselineFile.read(Path.of(file), trust).baseline();
        predicates.add(JSON.writeValueAsString(baseline.statement().predicate()));
      }
    }
    return new Baselines(predicates);
  }

  @Override
  public List<ModelBaseline> get() {
    return predicates.stream().map(Baselines::usual).toList();
  }

  private static ModelBaseline usual(String predicate) {
    ObjectNode json = (ObjectNode) JSON.readTree(predicate);
    try {
      return Baseline.read(new Statement(List.of(VERIFIED), Baseline.TYPE, json)).usual();
    } catch (UnusableBaseline impossible) {
      throw new IllegalStateException("it was read before it was sent", impossible);
    }
  }
}
