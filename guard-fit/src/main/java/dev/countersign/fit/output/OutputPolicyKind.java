package dev.countersign.fit.output;

import dev.countersign.fit.PolicyKind;
import dev.countersign.guard.Gate;
import dev.countersign.guard.output.policy.OutputPolicy;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Policies of output gates. */
public final class OutputPolicyKind implements PolicyKind {
  @Override
  public String key() {
    return OutputPolicyReader.KEY;
  }

  @Override
  public Gate gate() {
    return Gate.OUTPUT;
  }

  @Override
  public Optional<ObjectNode> compile(YamlNode root, Problems problems) {
    return new OutputPolicyReader(problems).read(root).map(OutputPolicy::toJson);
  }
}
