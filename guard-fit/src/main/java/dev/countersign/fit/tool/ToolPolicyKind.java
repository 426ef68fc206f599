package dev.countersign.fit.tool;

import dev.countersign.fit.PolicyKind;
import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.policy.PolicyJson;
import dev.countersign.model.yaml.Problems;
import dev.countersign.model.yaml.YamlNode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Policies of tool gates. */
public final class ToolPolicyKind implements PolicyKind {
  @Override
  public String key() {
    return ToolPolicyReader.KEY;
  }

  @Override
  public Gate gate() {
    return Gate.TOOL;
  }

  @Override
  public Optional<ObjectNode> compile(YamlNode root, Problems problems) {
    return new ToolPolicyReader(problems).read(root).map(PolicyJson::write);
  }
}
