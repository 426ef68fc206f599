package dev.countersign.assess.policy;

import java.util.List;
import java.util.function.Function;

/** The digest of what a policy asks: places, order and layout do not count. */
final class PolicyDigest {
  private PolicyDigest() {}

  static String of(Policy policy) {
    return new CanonicalDigest("countersign policy 1")
        .add(policy.gate().word())
        .add(policy.planned().longest().written())
        .add(policy.planned().failOn())
        .add(policy.acceptance().longest().written())
        .add(policy.acceptance().bodies())
        .add(policy.evidence().written())
        .add(digests(policy.requiredControls(), PolicyDigest::ofRequired))
        .add(digests(policy.exemptions(), PolicyDigest::ofExemption))
        .add(policy.packs().stream().map(ExtraPack::path).sorted().distinct().toList())
        .add(policy.maxOpenQuestions().stream().mapToObj(Integer::toString).toList())
        .finish();
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
