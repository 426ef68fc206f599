package dev.countersign.guard.output.policy;

import java.util.List;
import java.util.Locale;

/**
 * The hosts that a policy lists.
 *
 * @param names in ASCII (IDNA); {@code *.example.com} stands for every host below, and not for
 *     {@code example.com} itself
 */
public record Hosts(List<String> names) {
  public Hosts {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** No host. */
  public static Hosts none() {
    return new Hosts(List.of());
  }

  /** Whether a host is listed. */
  public boolean has(String host) {
    for (String name : names) {
      boolean below =
          name.startsWith("*.")
              && host.endsWith(name.substring(1))
              && host.length() > name.length() - 1;
      if (below || name.equals(host)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a host that is not listed has a listed one in its name, as look-alikes have. */
  public boolean looksListed(String host) {
    for (String name : names) {
      String bare = name.startsWith("*.") ? name.substring(2) : name;
      if (host.contains(bare) && !host.equals(bare) && !host.endsWith("." + bare)) {
        return true;
      }
    }
    return false;
  }
}
