package dev.countersign.assess.signoff;

import dev.countersign.attest.trust.Identity;
import dev.countersign.attest.trust.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the signatures of different roles are those of different people. */
final class Signatories {
  private Signatories() {}

  /** Names of those on whose word an item stands in more than one role. */
  static List<String> same(Collection<SignOff> roles) {
    Map<String, Map<Role, Identity>> byItem = new HashMap<>();
    Set<String> names = new TreeSet<>();
    for (SignOff signOff : roles) {
      for (Standing standing : signOff.items()) {
        if (standing.sort() == Standing.Sort.STANDS) {
          Identity by = standing.under().orElseThrow().by();
          Map<Role, Identity> others =
              byItem.computeIfAbsent(
                  standing.item().kind() + standing.item().id(), _ -> new HashMap<>());
          others.values().stream()
              .filter(other -> isSame(other, by))
              .forEach(_ -> names.add(by.name()));
          others.put(signOff.role(), by);
        }
      }
    }
    return new ArrayList<>(names);
  }

  /** One person under two ids of the policy is still one person. */
  static boolean isSame(Identity one, Identity other) {
    return one.id().equals(other.id()) || mark(one).equals(mark(other));
  }

  private static Object mark(Identity identity) {
    return switch (identity) {
      case Identity.ByKey by -> by.key();
      case Identity.ByCertificate by -> by.subject();
      case Identity.BySigstore by -> by.subject();
    };
  }
}
