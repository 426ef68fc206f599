package dev.countersign.gateway;

import dev.countersign.guard.Gate;
import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.ArgumentRule;
import dev.countersign.guard.tool.policy.Budget;
import dev.countersign.guard.tool.policy.Effect;
import dev.countersign.guard.tool.policy.PolicyJson;
import dev.countersign.guard.tool.policy.ResultRule;
import dev.countersign.guard.tool.policy.Role;
import dev.countersign.guard.tool.policy.ToolPolicy;
import dev.countersign.guard.tool.policy.ToolPolicy.Undescribed;
import dev.countersign.guard.tool.policy.ToolPolicy.Unpointed;
import dev.countersign.guard.tool.policy.ToolRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The signed policy of {@link ToolServer}: mail is anybody's, contacts are the operator's. */
final class ToolPolicies {
  private ToolPolicies() {}

  /** Writes {@code tools.json}, with the key and the model that it needs. */
  static void into(Path folder, Map<String, String> pins) throws IOException {
    Signed.into(folder);
    Map<String, ToolRule> tools = new HashMap<>();
    tools.put("inbox", rule(Effect.READ, Map.of(), Trust.PUBLIC));
    tools.put("contacts", rule(Effect.READ, Map.of(), Trust.OPERATOR));
    tools.put("remember", rule(Effect.READ, Map.of(), Trust.OPERATOR));
    ArgumentRule recipient = ArgumentRule.of(Role.CRITICAL, Trust.STAFF);
    tools.put("send_money", rule(Effect.SPEND, Map.of("recipient", recipient), Trust.OPERATOR));
    ToolPolicy policy = new ToolPolicy(Undescribed.DENY, true, Unpointed.ASK, tools, pins);
    Signed.profile(folder.resolve("tools.json"), Gate.TOOL, PolicyJson.write(policy));
  }

  private static ToolRule rule(Effect effect, Map<String, ArgumentRule> arguments, Trust trust) {
    return new ToolRule(
        effect,
        true,
        true,
        Optional.empty(),
        arguments,
        Optional.empty(),
        new ResultRule(trust, trust, Map.of(), Optional.empty(), Sensitivity.PUBLIC, Map.of()),
        new Budget(0, 0, Optional.empty(), BigDecimal.ZERO),
        true);
  }
}
