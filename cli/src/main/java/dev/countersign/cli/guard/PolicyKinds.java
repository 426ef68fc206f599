package dev.countersign.cli.guard;

import dev.countersign.fit.PolicyKind;
import dev.countersign.fit.output.OutputPolicyKind;
import dev.countersign.fit.tool.ToolPolicyKind;
import dev.countersign.model.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Every kind of policy, by the key that stands in its files. */
public final class PolicyKinds {
  private static final List<PolicyKind> ALL = List.of(new OutputPolicyKind(), new ToolPolicyKind());

  private PolicyKinds() {}

  /** The keys of all kinds. */
  public static List<String> keys() {
    return ALL.stream().map(PolicyKind::key).toList();
  }

  /** The kind whose key stands in a file. */
  public static Optional<PolicyKind> of(YamlNode root) {
    return root instanceof YamlNode.Mapping map
        ? ALL.stream().filter(kind -> map.get(kind.key()).isPresent()).findFirst()
        : Optional.empty();
  }
}
