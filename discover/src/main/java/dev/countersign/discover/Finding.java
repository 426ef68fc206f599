package dev.countersign.discover;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that was found at one place. Text comes from hostile files and may hold anything.
 *
 * @param what what it is about
 * @param name what it is called there
 * @param where the place
 * @param confidence how sure it is
 * @param aside whether it lies among tests, examples or documentation rather than in what ships
 * @param details what else the place says
 */
public record Finding(
    What what,
    String name,
    Where where,
    Confidence confidence,
    boolean aside,
    Map<Detail, String> details) {
  public Finding {
    Map<Detail, String> copy = new EnumMap<>(Detail.class);
    copy.putAll(details);
    details = Collections.unmodifiableMap(copy);
  }

  /** A detail, if the place says it. */
  public Optional<String> detail(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }

  /** Whether a detail has this value. */
  public boolean is(Detail detail, String value) {
    return value.equals(details.get(detail));
  }

  /** The same finding with one more detail. */
  public Finding with(Detail detail, String value) {
    Map<Detail, String> more = new EnumMap<>(Detail.class);
    more.putAll(details);
    more.put(detail, value);
    return new Finding(what, name, where, confidence, aside, more);
  }
}
