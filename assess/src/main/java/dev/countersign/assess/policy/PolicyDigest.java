package dev.countersign.assess.policy;

import dev.countersign.attest.trust.Role;
import dev.countersign.derive.Severity;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.util.List;
import java.util.function.Function;

/** The digest of what a policy asks: places, order and layout do not count. */
final class PolicyDigest {
  private PolicyDigest() {}

  static String of(Policy policy) {
    CanonicalDigest digest = new CanonicalDigest("countersign policy 1");
    digest
        .add(policy.gate().word())
        .add(policy.planned().longest().written())
        .add(policy.planned().failOn())
        .add(policy.acceptance().longest().written())
        .add(policy.acceptance().bodies())
        .add(policy.evidence().written())
        .add(digests(policy.requiredControls(), PolicyDigest::ofRequired))
        .add(digests(policy.exemptions(), PolicyDigest::ofExemption))
        .add(policy.packs().stream().map(ExtraPack::path).sorted().distinct().toList())
        .add(policy.maxOpenQuestions().stream().mapToObj(Integer::toString).toList());
    signing(policy.signing(), digest);
    artefacts(policy.artefacts(), digest);
    gates(policy.guards(), digest);
    return digest.finish();
  }

  /** A policy that asks for no signature has the digest that it had before it could ask. */
  private static void signing(SigningRule rule, CanonicalDigest digest) {
    if (!rule.equals(SigningRule.NONE)) {
      digest
          .add("sign-off")
          .add(rule.required().stream().map(Role::word).toList())
          .add(rule.riskBodyAbove().map(Severity::word));
    }
  }

  private static void artefacts(ArtefactPolicy policy, CanonicalDigest digest) {
    if (!policy.equals(ArtefactPolicy.USUAL)) {
      digest
          .add("artefacts")
          .add(List.copyOf(policy.forbidden()))
          .add(List.copyOf(policy.only()))
          .add(List.copyOf(policy.allowed()));
    }
  }

  private static void gates(GuardPolicy policy, CanonicalDigest digest) {
    if (!policy.equals(GuardPolicy.USUAL)) {
      digest.add("guards").add(policy.heartbeat().written());
      policy
          .most()
          .forEach((gate, rates) ->
              digest
                  .add(gate.word())
                  .add(rates.entrySet().stream().map(Object::toString).toList()));
      monitors(policy.monitors(), digest);
    }
  }

  private static void monitors(MonitorPolicy policy, CanonicalDigest digest) {
    if (!policy.equals(MonitorPolicy.USUAL)) {
      digest
          .add("inference-monitoring")
          .add(policy.falseAlarms().stream().mapToObj(Double::toString).toList())
          .add(policy.failOn().map(one -> one.word()));
    }
  }

  private static <T> List<String> digests(List<T> rules, Function<T, String> digest) {
    return rules.stream().map(digest).sorted().distinct().toList();
  }

  private static String ofRequired(RequiredControl rule) {
    CanonicalDigest digest =
        new CanonicalDigest("required control").add(rule.control()).add(rule.on().word());
    rule.where().forEach((key, words) -> digest.add(key).add(words));
    return digest.finish();
  }

  private static String ofExemption(Exemption exemption) {
    return new CanonicalDigest("exemption")
        .add(exemption.scope().word())
        .add(exemption.id())
        .add(exemption.system())
        .add(exemption.reason())
        .add(exemption.by())
        .add(exemption.until().toString())
        .finish();
  }
}
