package dev.countersign.inspect.policy;

import java.util.Set;

/**
 * What an organisation lets its models be made of.
 *
 * @param forbidden formats that may not be used, by id
 * @param only formats that may be used and no others, by id; empty for all
 * @param allowed what may be called or imported besides what is known to be safe, by whole name, as
 *     {@code acme.models.Scorer}; with {@code .*} at its end everything directly in a module
 */
public record Policy(Set<String> forbidden, Set<String> only, Set<String> allowed) {
  /** Every format is allowed, and nothing besides what is known to be safe. */
  public static final Policy USUAL = new Policy(Set.of(), Set.of(), Set.of());

  public Policy {
    forbidden = Set.copyOf(forbidden);
    only = Set.copyOf(only);
    allowed = Set.copyOf(allowed);
  }

  /** Whether a format may be used. */
  public boolean admits(String format) {
    return !forbidden.contains(format) && (only.isEmpty() || only.contains(format));
  }

  /** Whether something may be called or imported, by its whole name. */
  public boolean allows(String call) {
    int dot = call.lastIndexOf('.');
    return allowed.contains(call) || dot > 0 && allowed.contains(call.substring(0, dot) + ".*");
  }
}
